package locality.governance.dispute;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;
import java.util.List;
import javax.sql.DataSource;
import locality.governance.story.Caller;
import locality.governance.story.Manchester;
import locality.governance.story.Statements;
import locality.governance.story.Told;
import locality.platform.place.Locality;
import locality.platform.testing.Infrastructure;
import locality.platform.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class DisputeResourceTest {

    @Inject DataSource database;
    @Inject EntityManagerFactory entities;

    private Manchester manchester;
    private Caller secretary;
    private String dispute;

    @BeforeEach
    void thereIsADispute() {
        manchester = Manchester.in2014();
        secretary = manchester.secretary;
        dispute = "DISP-" + manchester.board;
        secretary.does("/disputes", dispute(""));
    }

    @Test
    @Tag("G25")
    void aReferredDisputeIsTrackedToItsEnd() {
        secretary.does(
                "/bodies/%s/dispute-rule".formatted(manchester.board),
                "{\"daysBetweenSteps\": 14, \"effectiveOn\": \"2014-04-01\"}");
        secretary
                .does(
                        "/disputes/%s/refer".formatted(dispute),
                        "{\"body\": \"%s\", \"referredOn\": \"2014-09-10\"}"
                                .formatted(manchester.board))
                .body("state", equalTo("REFERRED"))
                .body("forum", equalTo(manchester.board))
                .body("overdue", equalTo(true));
        secretary
                .get("/disputes/%s?on=2014-09-24".formatted(dispute))
                .body("overdue", equalTo(false));
        secretary
                .get("/disputes?on=2014-09-25&body=" + manchester.board)
                .body("items.reference", contains(dispute))
                .body("items.overdue", contains(true))
                .body("items.daysBetweenSteps", contains(14));
        secretary.does(
                "/disputes/%s/steps".formatted(dispute),
                "{\"what\": \"They met\", \"takenOn\": \"2014-09-24\"}");
        secretary
                .get("/disputes/%s?on=2014-09-25".formatted(dispute))
                .body("overdue", equalTo(false))
                .body("lastStepOn", equalTo("2014-09-24"));

        var id =
                secretary
                        .does(
                                "/disputes/%s/resolve".formatted(dispute),
                                """
                                {"agreement": "In halves", "resolvedOn": "2014-10-08"}
                                """)
                        .body("state", equalTo("RESOLVED"))
                        .body("agreement", equalTo("In halves"))
                        .body(
                                "steps.takenOn",
                                contains("2014-09-01", "2014-09-10", "2014-09-24", "2014-10-08"))
                        .extract()
                        .<String>path("id");

        assertThat(Told.of(database, id))
                .extracting(Told::type, told -> told.data().getString("state"))
                .contains(
                        tuple("governance.dispute-changed.v1", "REFERRED"),
                        tuple("governance.dispute-changed.v1", "RESOLVED"));
        secretary
                .post("/disputes/%s/steps".formatted(dispute), "{\"what\": \"More\"}")
                .statusCode(409)
                .body("code", equalTo("DISPUTE_OVER"));
        secretary
                .post("/disputes/%s/withdraw".formatted(dispute), "{\"reason\": \"No\"}")
                .statusCode(409)
                .body("code", equalTo("ILLEGAL_TRANSITION"));
    }

    @Test
    void aDisputeIsResolvedByADecision() {
        var meeting = manchester.meets(manchester.board);
        secretary.does(
                "/meetings/%s/items".formatted(meeting),
                "{\"title\": \"Who pays\", \"decision\": {\"type\": \"NOTE\"}}");
        secretary.does(
                "/disputes/%s/refer".formatted(dispute),
                "{\"body\": \"%s\", \"referredOn\": \"2014-09-10\"}".formatted(manchester.board));

        secretary
                .post("/disputes/%s/resolve".formatted(dispute), "{}")
                .statusCode(422)
                .body("code", equalTo("RESOLVED_BY_NOTHING"));
        secretary
                .does(
                        "/disputes/%s/resolve".formatted(dispute),
                        "{\"decision\": \"%s/1\"}".formatted(meeting))
                .body(
                        "decision",
                        equalTo(
                                secretary
                                        .get("/decisions/%s/1".formatted(meeting))
                                        .extract()
                                        .<String>path("id")));
    }

    @Test
    void disputesAreListedByPartyAndExported() {
        secretary
                .get("/disputes?state=RAISED&party=" + manchester.ccg)
                .body("items.reference", contains(dispute));
        secretary.get("/disputes?state=RESOLVED&party=" + manchester.ccg).body("items", empty());
        var csv =
                given().auth()
                        .oauth2(Tokens.of("viewer").in(Locality.MANCHESTER))
                        .accept("text/csv")
                        .get("/api/governance/v1/disputes?party=" + manchester.ccg)
                        .asString();
        assertThat(csv.lines())
                .containsExactly(
                        "reference,title,raisedBy,parties,raisedOn,state,forum,lastStepOn,"
                                + "overdue,decision,agreement",
                        "%s,Who pays,%s,%s;%s,2014-09-01,RAISED,,2014-09-01,false,,"
                                .formatted(
                                        dispute,
                                        manchester.council,
                                        manchester.council,
                                        manchester.ccg));
    }

    @Test
    void aListOfManyDisputesIsReadInAsManyStatementsAsAListOfOne() {
        refers("", manchester.governingBody);
        for (var more : List.of("A", "B", "C")) {
            secretary.does("/disputes", dispute(more));
            refers(more, manchester.board);
        }
        var rule = "{\"daysBetweenSteps\": %d, \"effectiveOn\": \"%s\"}";
        var ruleOfBoard = "/bodies/%s/dispute-rule".formatted(manchester.board);
        secretary.does(ruleOfBoard, rule.formatted(28, "2014-04-01"));
        secretary.does(ruleOfBoard, rule.formatted(7, "2014-09-01"));
        secretary.does(ruleOfBoard, rule.formatted(1, "2014-12-01"));

        secretary
                .get("/disputes?on=2014-09-20&party=" + manchester.ccg)
                .body("items.daysBetweenSteps", contains(null, 7, 7, 7))
                .body("items.overdue", contains(false, true, true, true));
        assertThat(statementsToList(manchester.board))
                .isEqualTo(statementsToList(manchester.governingBody));
    }

    private void refers(String more, String body) {
        secretary.does(
                "/disputes/%s%s/refer".formatted(dispute, more),
                "{\"body\": \"%s\", \"referredOn\": \"2014-09-10\"}".formatted(body));
    }

    private long statementsToList(String body) {
        return Statements.toGet("/disputes?body=" + body, secretary, entities);
    }

    @Test
    void badInputIsRefusedByName() {
        refused(dispute(""), "DISPUTE_REFERENCE_TAKEN", 409);
        refused(dispute("X").replace(manchester.ccg, manchester.council), "TOO_FEW_PARTIES", 422);
        refused(dispute("X").replace(manchester.ccg, "NOBODY"), "UNKNOWN_ORGANISATION", 422);
        refused(
                dispute("")
                        .replace(
                                "\"raisedBy\": \"" + manchester.council,
                                "\"raisedBy\": \"" + "X99"),
                "DISPUTE_REFERENCE_TAKEN",
                409);
        refused(
                dispute("X")
                        .replace(
                                "\"raisedBy\": \"" + manchester.council,
                                "\"raisedBy\": \"" + "X99"),
                "RAISED_BY_NO_PARTY",
                422);
        refused(dispute("X").replace("Who pays", "Ask x@nhs.net"), "PERSONAL_DATA", 422);
        refused(dispute("X").replace("2014-09-01", "2999-09-01"), "IN_THE_FUTURE", 422);
        secretary
                .post(
                        "/disputes/%s/steps".formatted(dispute),
                        "{\"what\": \"Before\", \"takenOn\": \"2014-08-01\"}")
                .statusCode(422)
                .body("code", equalTo("STEP_OUT_OF_ORDER"))
                .body("last", equalTo("2014-09-01"));
        var rule = "/bodies/%s/dispute-rule".formatted(manchester.board);
        secretary.does(rule, "{\"daysBetweenSteps\": 14, \"effectiveOn\": \"2014-04-01\"}");
        secretary
                .post(rule, "{\"daysBetweenSteps\": 28, \"effectiveOn\": \"2014-04-01\"}")
                .statusCode(422)
                .body("code", equalTo("RULE_OUT_OF_ORDER"));
    }

    private void refused(String json, String code, int status) {
        secretary.post("/disputes", json).statusCode(status).body("code", equalTo(code));
    }

    private String dispute(String more) {
        return """
        {"reference": "%1$s%4$s", "title": "Who pays", "locality": "E08000003",
         "raisedBy": "%2$s", "parties": ["%2$s", "%3$s"], "raisedOn": "2014-09-01"}
        """
                .formatted(dispute, manchester.council, manchester.ccg, more);
    }
}
