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
import java.util.Map;
import java.util.UUID;
import locality.governance.story.Caller;
import locality.platform.place.Locality;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class BodyResourceTest {

    private final Caller secretary = Caller.secretaryOf(Locality.OLDHAM);

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
                "/bodies/OLD-SB/terms-of-reference",
                """
                {"effectiveOn": "2021-02-01", "remitFunctions": ["commissioning"],
                 "quorum": {"fraction": "1/3", "requiredSeats": ["CHAIR"]},
                 "votingRule": "TWO_THIRDS", "noticeClearDays": 5}
                """);
        secretary.does(
                "/bodies/OLD-SB/memberships",
                """
                {"seat": "CHAIR", "post": "Independent chair", "from": "2021-02-01"}
                """);
        secretary.does("/bodies/OLD-SB/memberships/CHAIR/end", "{\"effectiveOn\": \"2021-06-01\"}");

        secretary
                .get("/bodies/OLD-SB?on=2021-05-31")
                .body("memberships.reference", contains("OLD-SB/CHAIR"))
                .body("memberships[0].personReference", nullValue())
                .body("termsOfReference.version", equalTo(1))
                .body("termsOfReference.quorum.fraction", equalTo("1/3"))
                .body("termsOfReference.quorum.requiredSeats", contains("CHAIR"));
        secretary.get("/bodies/OLD-SB?on=2021-06-01").body("memberships", empty());
        secretary.get("/bodies/OLD-SB?on=2021-01-31").body("termsOfReference", nullValue());
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
        return """
        {"kind": "ACCOUNTABLE_TO", "to": "%s", "from": "2021-02-01"}
        """
                .formatted(to);
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
