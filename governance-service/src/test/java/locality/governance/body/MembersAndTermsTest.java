package locality.governance.body;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import locality.governance.story.Caller;
import locality.platform.place.Locality;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Who sits on a body, and what its terms of reference say, on a day.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class MembersAndTermsTest {

    private final BodiesOf oldham = new BodiesOf(Locality.OLDHAM, "2021-01-01");
    private final Caller secretary = oldham.secretary();

    @Test
    @Tag("G7")
    void membersAndTermsAreThoseOfTheDate() {
        oldham.propose("OLD-SB", "System Board");
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
        oldham.propose("OLD-OFTEN", "Board that meets every two months");
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
        oldham.propose("OLD-TERMS", "Board without seats");
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
}
