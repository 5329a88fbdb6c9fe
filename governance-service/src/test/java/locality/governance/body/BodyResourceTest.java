package locality.governance.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;
import java.util.Map;
import java.util.UUID;
import locality.governance.story.Caller;
import locality.governance.story.Statements;
import locality.platform.place.Locality;
import locality.platform.testing.Infrastructure;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class BodyResourceTest {

    private final Caller secretary = Caller.secretaryOf(Locality.OLDHAM);

    @Inject EntityManagerFactory entities;

    @Test
    @Tag("G6")
    void aBodyIsShownAsItWasOnADate() {
        record("OLD-IDB", "Integrated Delivery Board");
        secretary.does("/bodies/OLD-IDB/shadow", "{\"effectiveOn\": \"2021-04-01\"}");
        secretary.does("/bodies/OLD-IDB/establish", "{\"effectiveOn\": \"2021-07-01\"}");
        secretary.does("/bodies/OLD-IDB/dissolve", "{\"effectiveOn\": \"2022-07-01\"}");

        secretary.get("/bodies/OLD-IDB?on=2020-12-31").body("state", nullValue());
        secretary.get("/bodies/OLD-IDB?on=2021-03-31").body("state", equalTo("PROPOSED"));
        secretary.get("/bodies/OLD-IDB?on=2021-04-01").body("state", equalTo("SHADOW"));
        secretary
                .get("/bodies/OLD-IDB?effectiveAt=2022-06-30")
                .body("state", equalTo("ESTABLISHED"));
        secretary
                .get("/bodies/OLD-IDB?on=2022-07-01")
                .body("state", equalTo("DISSOLVED"))
                .body(
                        "lifecycle.state",
                        contains("PROPOSED", "SHADOW", "ESTABLISHED", "DISSOLVED"));
        secretary
                .post("/bodies/OLD-IDB/establish", "{\"effectiveOn\": \"2023-01-01\"}")
                .statusCode(409)
                .body("code", equalTo("ILLEGAL_TRANSITION"))
                .body("allowed", empty());
    }

    @Test
    @Tag("G6")
    void aListOnADateNamesTheBodiesThatExistedThatDay() {
        record("OLD-ICP", "Integrated Care Partnership");
        secretary.does("/bodies/OLD-ICP/dissolve", "{\"effectiveOn\": \"2022-07-01\"}");

        secretary.get("/bodies?on=2020-12-31").body("items.reference", not(hasItem("OLD-ICP")));
        secretary.get("/bodies?on=2022-06-30").body("items.reference", hasItem("OLD-ICP"));
        secretary.get("/bodies?on=2022-07-01").body("items.reference", not(hasItem("OLD-ICP")));
        secretary.get("/bodies").body("items.reference", hasItem("OLD-ICP"));
    }

    @Test
    @Tag("G10")
    void aBodyIsFoundByAnyOfItsNames() {
        secretary.does(
                "/bodies",
                """
                {"reference": "OLD-LIB", "name": "Locality Integration Board",
                 "aliases": ["Implementation Group"], "classification": "PARTNERSHIP_BOARD",
                 "spatialLevel": "NEIGHBOURHOOD", "locality": "E08000004"}
                """);

        secretary.get("/bodies?name=implementation").body("items.reference", contains("OLD-LIB"));
        secretary.get("/bodies?name=INTEGRATION%20BO").body("items.reference", contains("OLD-LIB"));
    }

    @Test
    @Tag("G7")
    void membersAndTermsAreThoseOfTheDate() {
        record("OLD-SB", "System Board");
        secretary.does(
                "/bodies/OLD-SB/memberships",
                """
                {"seat": "CHAIR", "post": "Independent chair", "personReference": "post:chair",
                 "from": "2021-02-01"}
                """);
        secretary.does(
                "/bodies/OLD-SB/terms-of-reference",
                """
                {"effectiveOn": "2021-02-01", "remitFunctions": ["commissioning"],
                 "quorum": {"fraction": "1/3", "requiredSeats": ["CHAIR"]},
                 "votingRule": "TWO_THIRDS", "noticeClearDays": 5}
                """);
        secretary.does(
                "/bodies/OLD-SB/memberships/CHAIR/end",
                """
                {"effectiveOn": "2021-06-01",
                 "provenance": {"kind": "STATED", "document": "Minutes", "section": "4"}}
                """);
        secretary.does(
                "/bodies/OLD-SB/memberships/CHAIR/abolish", "{\"effectiveOn\": \"2021-09-01\"}");

        secretary
                .get("/bodies/OLD-SB?on=2021-05-31")
                .body("memberships.reference", contains("OLD-SB/CHAIR"))
                .body("memberships[0].personReference", equalTo("post:chair"))
                .body("termsOfReference.version", equalTo(1))
                .body("termsOfReference.quorum.fraction", equalTo("1/3"))
                .body("termsOfReference.quorum.requiredSeats", contains("CHAIR"));
        secretary
                .get("/bodies/OLD-SB?on=2021-06-01")
                .body("memberships.reference", contains("OLD-SB/CHAIR"))
                .body("memberships[0].personReference", nullValue())
                .body("memberships[0].from", equalTo("2021-06-01"))
                .body("memberships[0].provenance.document", equalTo("Minutes"));
        secretary.get("/bodies/OLD-SB?on=2021-09-01").body("memberships", empty());
        secretary.get("/bodies/OLD-SB?on=2021-01-31").body("termsOfReference", nullValue());
    }

    @Test
    @Tag("G11")
    void termsSayHowOftenABodyMeetsWhoLeadsItAndWhatIsKey() {
        record("OLD-OFTEN", "Board that meets every two months");
        secretary.postCsv(
                "/bodies/OLD-OFTEN/memberships",
                "seat,post,from\nCHAIR,Chair,2021-02-01\nDEP,Deputy chair,2021-02-01\n");
        var terms =
                """
                {"effectiveOn": "2021-02-01", "quorum": {"number": 1},
                 "votingRule": "SIMPLE_MAJORITY", "frequency": {"every": %d, "unit": "MONTHS"},
                 "callInClearDays": 5, "keyDecisionFromPence": %d, "reviewOn": "2022-02-01",
                 "chair": "%s", "deputies": ["DEP"]}
                """;

        secretary.does(
                "/bodies/OLD-OFTEN/terms-of-reference", terms.formatted(2, 50_000_000, "CHAIR"));

        secretary
                .get("/bodies/OLD-OFTEN?on=2021-03-01")
                .body("termsOfReference.frequency.every", equalTo(2))
                .body("termsOfReference.frequency.unit", equalTo("MONTHS"))
                .body("termsOfReference.callInClearDays", equalTo(5))
                .body("termsOfReference.keyDecisionFromPence", equalTo(50_000_000))
                .body("termsOfReference.reviewOn", equalTo("2022-02-01"))
                .body("termsOfReference.chair", equalTo("CHAIR"))
                .body("termsOfReference.deputies", contains("DEP"));
        secretary
                .post("/bodies/OLD-OFTEN/terms-of-reference", terms.formatted(0, 1, "CHAIR"))
                .statusCode(400);
        secretary
                .post("/bodies/OLD-OFTEN/terms-of-reference", terms.formatted(2, -1, "CHAIR"))
                .statusCode(422)
                .body("code", equalTo("KEY_VALUE_NEGATIVE"))
                .body("keyDecisionFromPence", equalTo(-1));
        secretary
                .post("/bodies/OLD-OFTEN/terms-of-reference", terms.formatted(2, 1, "PRESIDENT"))
                .statusCode(422)
                .body("code", equalTo("NO_SUCH_SEAT"))
                .body("seat", equalTo("PRESIDENT"));
    }

    @Test
    @Tag("G11")
    void termsNameFunctionsAndSeatsThatAreOnRecord() {
        record("OLD-TERMS", "Board without seats");
        var terms =
                """
                {"effectiveOn": "2021-02-01", "remitFunctions": ["%s"], "quorum": {"number": 2},
                 "votingRule": "SIMPLE_MAJORITY", "castingVote": "CHAIR"}
                """;

        secretary
                .post("/bodies/OLD-TERMS/terms-of-reference", terms.formatted("gardening"))
                .statusCode(422)
                .body("code", equalTo("UNKNOWN_FUNCTION"))
                .body("function", equalTo("gardening"));
        secretary
                .post("/bodies/OLD-TERMS/terms-of-reference", terms.formatted("commissioning"))
                .statusCode(422)
                .body("code", equalTo("NO_SUCH_SEAT"))
                .body("seat", equalTo("CHAIR"));
    }

    @Test
    void aSpreadsheetSaysWhoVotesInWordsThatLeaveNoDoubt() {
        record("OLD-VOTES", "Votes");
        var header = "seat,post,from,votingRight\n";

        secretary
                .postCsv("/bodies/OLD-VOTES/memberships", header + "A,Adviser,2021-02-01,never\n")
                .statusCode(400)
                .body("errors.where", contains("line 2, votingRight"));
        secretary
                .postCsv("/bodies/OLD-VOTES/memberships", header + "B 2,Adviser,2021-02-01,FALSE\n")
                .statusCode(400)
                .body("errors.where", contains("line 2, seat"));
        secretary
                .postCsv(
                        "/bodies/OLD-VOTES/memberships",
                        header + "A,Adviser,2021-02-01,FALSE\nM,Member,2021-02-01,\n")
                .statusCode(201);
        secretary
                .get("/bodies/OLD-VOTES?on=2021-03-01")
                .body("memberships.votingRight", contains(false, true));
    }

    @Test
    void aSpreadsheetSpellsReferencesAsJsonDoes() {
        secretary
                .postCsv(
                        "/bodies",
                        """
                        reference,name,classification,spatialLevel,locality,topOfOrganisation
                        OLD/X,Slash,COMMITTEE,LOCALITY,E08000004,FALSE
                        OLD-Y,Top,COMMITTEE,LOCALITY,E08000004,maybe
                        """)
                .statusCode(400)
                .body("errors.where", contains("line 2, reference", "line 3, topOfOrganisation"));
    }

    @Test
    void aCircleIsOneOnlyWhereItsWholeWayHoldsOnADay() {
        record("OLD-P", "P");
        record("OLD-Q", "Q");
        record("OLD-R", "R");
        secretary.does("/bodies/OLD-Q/relations", toward("OLD-P", "2022-01-01", "\"2022-12-31\""));
        secretary.does("/bodies/OLD-P/relations", toward("OLD-R", "2023-01-01", null));

        secretary
                .post("/bodies/OLD-P/relations", toward("OLD-Q", "2021-02-01", null))
                .statusCode(422)
                .body("code", equalTo("ACCOUNTABLE_IN_A_CIRCLE"));
        secretary
                .post("/bodies/OLD-P/relations", toward("OLD-Q", "2021-02-01", "\"2021-12-31\""))
                .statusCode(200);
        secretary
                .post("/bodies/OLD-R/relations", toward("OLD-Q", "2021-02-01", null))
                .statusCode(200);
    }

    @Test
    void nobodyIsAccountableToItselfHoweverLongTheWayRound() {
        record("OLD-A", "A");
        record("OLD-B", "B");
        record("OLD-C", "C");
        accountable("OLD-A", "OLD-B");
        accountable("OLD-B", "OLD-C");

        secretary
                .post("/bodies/OLD-C/relations", toward("OLD-A"))
                .statusCode(422)
                .body("code", equalTo("ACCOUNTABLE_IN_A_CIRCLE"));
        secretary
                .get("/bodies/OLD-A?on=2021-03-01")
                .body("relations.toReference", contains("OLD-B"))
                .body("relations.kind", contains("ACCOUNTABLE_TO"));
    }

    @Test
    void aSpreadsheetOfBodiesIsRecordedWholeOrNotAtAll() {
        var header = "reference,name,classification,spatialLevel,locality,establishedOn\n";
        var good = "OLD-N1,Neighbourhood 1,PARTNERSHIP_BOARD,NEIGHBOURHOOD,E08000004,2021-04-01\n";
        var bad = "OLD-N2,,PARTNERSHIP_BOARD,STREET,E08000004,yesterday\n";

        secretary
                .postCsv("/bodies", header + good + bad)
                .statusCode(400)
                .body("errors.where", hasItem(containsString("line 3")));
        secretary.get("/bodies/OLD-N1").statusCode(404);

        secretary.postCsv("/bodies", header + good).statusCode(201).body("imported", equalTo(1));
        secretary.get("/bodies/OLD-N1?on=2021-04-01").body("state", equalTo("ESTABLISHED"));

        secretary
                .postCsv(
                        "/bodies/OLD-N1/memberships",
                        "seat,post,from\nCHAIR,Chair,2021-04-01\nGP,General practice,2021-04-01\n")
                .statusCode(201);
        secretary
                .get("/bodies/OLD-N1?on=2021-05-01")
                .body("memberships.seat", contains("CHAIR", "GP"));
    }

    @Test
    @Tag("G6")
    void aSheetOfBodiesComesBackWithRowsAddedToIt() {
        var header =
                "reference,name,classification,spatialLevel,locality,aliases,organisation,"
                        + "topOfOrganisation,proposedOn,shadowOn,establishedOn,dissolvedOn,"
                        + "sunsetOn\r\n";
        var first =
                "OLD-ZS1,\"Zebra Lane, one\",PARTNERSHIP_BOARD,NEIGHBOURHOOD,E08000004,One;First,,"
                        + "false,2020-01-01,,2021-04-01,,2090-01-01\r\n";
        var second =
                "OLD-ZS2,Zebra Lane two,PARTNERSHIP_BOARD,LOCALITY,E08000004,,,false,,2021-04-01,,"
                        + "2022-07-01,\r\n";
        secretary.postCsv("/bodies", header + first).statusCode(201);
        assertThat(zebras("")).isEqualTo(header + first);

        secretary
                .postCsv("/bodies", zebras("").replace(",false,", ",FALSE,") + second)
                .statusCode(201)
                .body("imported", equalTo(1))
                .body("unchanged", equalTo(1));

        assertThat(zebras("")).isEqualTo(header + first + second);
        assertThat(zebras("&on=2022-06-30")).isEqualTo(header + first + second);
        assertThat(zebras("&on=2022-07-01")).isEqualTo(header + first);
        secretary
                .postCsv(
                        "/bodies",
                        header + first.replace("one", "none").replace("2021-04", "2021-05"))
                .statusCode(400)
                .body("errors.where", contains("line 2, name", "line 2, establishedOn"))
                .body("errors[0].message", containsString("is \"Zebra Lane, one\" on record"));
        Caller.secretaryOf(Locality.BURY).postCsv("/bodies", header + first).statusCode(404);
    }

    @Test
    void aListOfManyBodiesIsReadInAsManyStatementsAsAListOfOne() {
        for (int i = 1; i <= 4; i++) {
            record("OLD-YAK-" + i, "Yak %d".formatted(i));
            secretary.does(
                    "/bodies/OLD-YAK-%d/memberships".formatted(i),
                    "{\"seat\": \"A\", \"post\": \"Chair\", \"from\": \"2021-01-01\"}");
        }

        assertThat(statementsToList("yak")).isEqualTo(statementsToList("yak%204"));
    }

    private long statementsToList(String name) {
        return Statements.toGet("/bodies?name=" + name, secretary, entities);
    }

    private String zebras(String more) {
        return secretary
                .getCsv("/bodies?name=zebra" + more)
                .statusCode(200)
                .header("Content-Disposition", containsString("bodies.csv"))
                .extract()
                .asString();
    }

    @Test
    void aRepeatedCommandWithTheSameKeyDoesNothingTwice() {
        record("OLD-ONCE", "Once");
        var key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        var json = "{\"effectiveOn\": \"2021-02-01\"}";

        var first = secretary.post("/bodies/OLD-ONCE/shadow", json, key).statusCode(200);
        var again = secretary.post("/bodies/OLD-ONCE/shadow", json, key).statusCode(200);

        assertThat(again.extract().<Integer>path("version"))
                .isEqualTo(first.extract().<Integer>path("version"));
        secretary
                .post("/bodies/OLD-ONCE/shadow", "{\"effectiveOn\": \"2021-03-01\"}", key)
                .statusCode(422)
                .body("code", equalTo("IDEMPOTENCY_KEY_REUSED"));
    }

    @Test
    void aStaleCommandIsRefusedWhenItSaysWhatItRead() {
        record("OLD-STALE", "Stale");
        var tag = secretary.get("/bodies/OLD-STALE").extract().header("ETag");
        secretary.does("/bodies/OLD-STALE/shadow", "{\"effectiveOn\": \"2021-02-01\"}");

        secretary
                .post(
                        "/bodies/OLD-STALE/establish",
                        "{\"effectiveOn\": \"2021-03-01\"}",
                        Map.of("If-Match", tag))
                .statusCode(412);
    }

    @Test
    void aReferenceIsTakenOnce() {
        record("OLD-TWICE", "First");

        secretary
                .post("/bodies", body("OLD-TWICE", "Second"))
                .statusCode(409)
                .body("code", equalTo("BODY_REFERENCE_TAKEN"));
    }

    @Test
    void anUnknownOrganisationIsNamed() {
        secretary
                .post(
                        "/bodies",
                        """
                        {"name": "Board", "classification": "COMMITTEE", "organisation": "NOBODY",
                         "spatialLevel": "LOCALITY", "locality": "E08000004"}
                        """)
                .statusCode(422)
                .body("code", equalTo("UNKNOWN_ORGANISATION"))
                .body("organisation", equalTo("NOBODY"));
    }

    @Test
    void nobodyWritesForAPlaceThatIsNotTheirs() {
        Caller.secretaryOf(Locality.BURY).post("/bodies", body("BUR-X", "Theirs")).statusCode(404);
    }

    private void accountable(String from, String to) {
        secretary.does("/bodies/%s/relations".formatted(from), toward(to));
    }

    private static String toward(String to) {
        return toward(to, "2021-02-01", null);
    }

    private static String toward(String to, String from, @Nullable String until) {
        return """
        {"kind": "ACCOUNTABLE_TO", "to": "%s", "from": "%s", "until": %s}
        """
                .formatted(to, from, until);
    }

    private void record(String reference, String name) {
        secretary.does("/bodies", body(reference, name));
    }

    private static String body(String reference, String name) {
        return """
        {"reference": "%s", "name": "%s", "classification": "PARTNERSHIP_BOARD",
         "spatialLevel": "LOCALITY", "locality": "E08000004",
         "lifecycle": [{"state": "PROPOSED", "effectiveOn": "2021-01-01"}]}
        """
                .formatted(reference, name);
    }
}
