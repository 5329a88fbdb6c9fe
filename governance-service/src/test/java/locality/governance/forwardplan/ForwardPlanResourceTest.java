package locality.governance.forwardplan;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import locality.governance.story.Caller;
import locality.governance.story.Manchester;
import locality.governance.story.Told;
import locality.platform.place.Locality;
import locality.platform.testing.Infrastructure;
import locality.platform.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class ForwardPlanResourceTest {

    @Inject DataSource database;
    @Inject ForwardPlan forwardPlan;

    private Manchester manchester;

    @BeforeEach
    void thereIsManchester() {
        manchester = Manchester.in2014();
    }

    @Test
    @Tag("G18")
    void upcomingItemsAreListedByBodyAndDate() {
        var later = published("\"expectedIn\": \"2015-06\"");
        var sooner = published("\"expectedOn\": \"2015-03-11\"");
        manchester.secretary.does(
                "/forward-plan", entry(manchester.governingBody, "\"expectedOn\": \"2015-03-11\""));
        var plan = "/forward-plan?on=2015-06-15&body=" + manchester.board;

        manchester
                .secretary
                .get(plan)
                .body("items.reference", contains(sooner, later))
                .body("items.expectedOn", contains("2015-03-11", "2015-06-30"))
                .body("items.expectedIn", contains(null, "2015-06"))
                .body("items.late", contains(true, false));
        manchester
                .secretary
                .get(plan + "&from=2015-06-10&to=2015-06-12")
                .body("items.reference", contains(later));
        manchester.secretary.get(plan + "&to=2015-05-31").body("items.reference", contains(sooner));
        var next =
                manchester
                        .secretary
                        .get(plan + "&limit=1")
                        .body("items.reference", contains(sooner))
                        .extract()
                        .<String>path("next");
        manchester
                .secretary
                .get(plan + "&limit=1&after=" + next)
                .body("items.reference", contains(later))
                .body("next", nullValue());
        manchester.secretary.get(plan + "&after=nowhere").statusCode(400);
        manchester.secretary.get(plan + "&locality=E08000005").body("items.reference", empty());
    }

    @Test
    @Tag("G18")
    void movingAnEntryKeepsItsHistoryAndIsTold() {
        var reference = published("\"expectedOn\": \"2015-03-11\", \"key\": true");
        assertThat(reference).isEqualTo(manchester.board + "-FP-1");

        var moved =
                manchester
                        .secretary
                        .does(
                                "/forward-plan/%s/move".formatted(reference),
                                """
                                {"expectedIn": "2015-04", "reason": "Waits for the partners",
                                 "publishedOn": "2015-02-02"}
                                """)
                        .body("history.expectedOn", contains("2015-03-11", "2015-04-30"))
                        .body("history.publishedOn", contains("2014-12-01", "2015-02-02"))
                        .body("history[1].reason", equalTo("Waits for the partners"))
                        .body("firstPublishedOn", equalTo("2014-12-01"))
                        .body("keyNotice.clearDaysGiven", equalTo(149))
                        .body("keyNotice.inTime", equalTo(true))
                        .extract();

        assertThat(Told.of(database, moved.path("id")))
                .extracting(Told::type, told -> told.data().getString("expectedOn"))
                .containsExactly(
                        tuple("governance.forward-plan-changed.v1", "2015-03-11"),
                        tuple("governance.forward-plan-changed.v1", "2015-04-30"));
        manchester
                .secretary
                .post(
                        "/forward-plan/%s/move".formatted(reference),
                        "{\"expectedIn\": \"2015-05\", \"reason\": \"Again\"}",
                        Map.of("If-Match", "\"0\""))
                .statusCode(412)
                .body("code", equalTo("STALE"));
        manchester
                .secretary
                .post(
                        "/forward-plan/%s/move".formatted(reference),
                        """
                        {"expectedIn": "2015-05", "reason": "Again", "publishedOn": "2015-02-01"}
                        """)
                .statusCode(422)
                .body("code", equalTo("PUBLISHED_OUT_OF_ORDER"))
                .body("last", equalTo("2015-02-02"));
    }

    @Test
    @Tag("G18")
    void aValueThatTheTermsCallKeyMakesADecisionKey() {
        manchester.secretary.does(
                "/bodies/%s/terms-of-reference".formatted(manchester.board),
                """
                {"effectiveOn": "2014-04-01", "quorum": {"number": 3},
                 "votingRule": "SIMPLE_MAJORITY", "keyDecisionFromPence": 50000000}
                """);
        var key = published("\"expectedIn\": \"2015-06\", \"valuePence\": 50000000");
        var not = published("\"expectedIn\": \"2015-06\", \"valuePence\": 49999999");

        manchester
                .secretary
                .get("/forward-plan/" + key)
                .body("keyBecause", equalTo("VALUE"))
                .body("keyNotice.clearDaysNeeded", equalTo(28));
        manchester
                .secretary
                .get("/forward-plan?key=true&body=" + manchester.board)
                .body("items.reference", contains(key));
        manchester
                .secretary
                .get("/forward-plan?key=false&body=" + manchester.board)
                .body("items.reference", contains(not));
        manchester
                .secretary
                .post("/forward-plan/%s/general-exception".formatted(not), "{\"reason\": \"Late\"}")
                .statusCode(422)
                .body("code", equalTo("NOT_KEY"));
    }

    @Test
    @Tag("G18")
    void theScrutinyChairIsToldOfAShortNoticeOrAgreesThatItCannotWait() {
        var reference =
                published(
                        "\"expectedOn\": \"2014-12-10\", \"key\": true, \"privateReason\":"
                                + " \"Schedule 12A, paragraph 3\"");
        manchester
                .secretary
                .get("/forward-plan/" + reference)
                .body("privateReason", equalTo("Schedule 12A, paragraph 3"))
                .body("keyNotice.inTime", equalTo(false))
                .body("keyNotice.clearDaysGiven", equalTo(8));

        manchester
                .secretary
                .does(
                        "/forward-plan/%s/general-exception".formatted(reference),
                        "{\"noticedOn\": \"2014-12-05\", \"reason\": \"Set late\"}")
                .body("keyNotice.generalExceptionOn", equalTo("2014-12-05"))
                .body("keyNotice.inTime", equalTo(false));
        manchester
                .secretary
                .post(
                        "/forward-plan/%s/general-exception".formatted(reference),
                        "{\"noticedOn\": \"2014-12-02\", \"reason\": \"Set late\"}")
                .statusCode(409)
                .body("code", equalTo("RECORDED_BEFORE"));
        manchester
                .secretary
                .does(
                        "/forward-plan/%s/special-urgency".formatted(reference),
                        "{\"agreedOn\": \"2014-12-09\", \"reason\": \"The grant lapses\"}")
                .body("keyNotice.specialUrgencyAgreed", equalTo(true))
                .body("keyNotice.inTime", equalTo(true));
        manchester
                .secretary
                .post(
                        "/forward-plan/%s/special-urgency".formatted(reference),
                        "{\"agreedOn\": \"2999-12-09\", \"reason\": \"Some day\"}")
                .statusCode(422)
                .body("code", equalTo("IN_THE_FUTURE"))
                .body("field", equalTo("agreedOn"));
    }

    @Test
    void anEntryIsTabledAndDecidedWithItsDecision() {
        var reference = published("\"expectedOn\": \"2014-05-14\"");
        var entry =
                UUID.fromString(
                        manchester
                                .secretary
                                .get("/forward-plan/" + reference)
                                .extract()
                                .path("id"));
        var decision = decision();

        QuarkusTransaction.requiringNew()
                .run(() -> forwardPlan.tabled(entry, decision, LocalDate.of(2014, 5, 1)));
        QuarkusTransaction.requiringNew()
                .run(() -> forwardPlan.decided(entry, decision, LocalDate.of(2014, 5, 14)));

        manchester
                .secretary
                .get("/forward-plan/" + reference)
                .body("state", equalTo("DECIDED"))
                .body("decision", equalTo(decision.toString()))
                .body("late", equalTo(false));
        assertThat(Told.of(database, entry.toString()))
                .extracting(told -> told.data().getString("state"))
                .containsExactly("PLANNED", "TABLED", "DECIDED");
        manchester
                .secretary
                .post("/forward-plan/%s/withdraw".formatted(reference), "{\"reason\": \"No\"}")
                .statusCode(409)
                .body("code", equalTo("ILLEGAL_TRANSITION"))
                .body("from", equalTo("DECIDED"));
    }

    @Test
    void aMatterIsTakenOffThePlan() {
        var reference = published("\"expectedOn\": \"2015-03-11\"");

        manchester
                .secretary
                .does(
                        "/forward-plan/%s/withdraw".formatted(reference),
                        "{\"reason\": \"The Executive decides\"}")
                .body("state", equalTo("WITHDRAWN"))
                .body("withdrawnBecause", equalTo("The Executive decides"))
                .body("late", equalTo(false));
        manchester
                .secretary
                .post(
                        "/forward-plan/%s/move".formatted(reference),
                        "{\"expectedIn\": \"2015-04\", \"reason\": \"Later\"}")
                .statusCode(409)
                .body("code", equalTo("FORWARD_PLAN_ENTRY_NOT_OPEN"))
                .body("wanted", contains("PLANNED"));
    }

    @Test
    void aSpreadsheetIsPublishedWholeAndExported() {
        manchester
                .secretary
                .postCsv(
                        "/forward-plan",
                        """
                        body,title,expected,key,valuePence,documents,publishedOn
                        %1$s,Agreement,2015-03-11,yes,100,Draft;Plan,2014-12-01
                        %1$s,"Plan, the next",2015-04,no,,,2014-12-01
                        """
                                .formatted(manchester.board))
                .statusCode(201)
                .body("imported", equalTo(2));
        manchester
                .secretary
                .postCsv("/forward-plan", "body,title,expected\nX,Y,March\n")
                .statusCode(400)
                .body("errors[0].where", equalTo("line 2, expected"));

        var csv =
                given().auth()
                        .oauth2(Tokens.of("viewer").in(Locality.MANCHESTER))
                        .accept("text/csv")
                        .get(
                                "/api/governance/v1/forward-plan?on=2015-03-12&body="
                                        + manchester.board)
                        .then()
                        .statusCode(200)
                        .contentType(containsString("text/csv"))
                        .extract()
                        .asString();
        assertThat(csv.lines())
                .containsExactly(
                        "reference,version,body,title,expected,state,late,key,valuePence,function,"
                                + "place,contactPost,documents,privateReason,publishedOn",
                        "%1$s-FP-1,0,%1$s,Agreement,2015-03-11,PLANNED,true,true,100,,E08000003,,Draft;Plan,,2014-12-01"
                                .formatted(manchester.board),
                        "%1$s-FP-2,0,%1$s,\"Plan, the next\",2015-04,PLANNED,false,false,,,E08000003,,,,2014-12-01"
                                .formatted(manchester.board));
    }

    @Test
    void badInputIsRefusedByName() {
        refused("\"expectedIn\": \"2015-04\", \"expectedOn\": \"2015-04-01\"", "DAY_OR_MONTH");
        refused("\"key\": true", "DAY_OR_MONTH");
        refused("\"expectedIn\": \"2015-04\", \"function\": \"gardening\"", "UNKNOWN_FUNCTION");
        refused(
                "\"expectedIn\": \"2015-04\", \"contactPost\": \"x@manchester.gov.uk\"",
                "PERSONAL_DATA");
        manchester
                .secretary
                .post(
                        "/forward-plan",
                        """
                        {"body": "%s", "title": "A matter", "expectedIn": "2015-04",
                         "publishedOn": "2999-01-01"}
                        """
                                .formatted(manchester.board))
                .statusCode(422)
                .body("code", equalTo("IN_THE_FUTURE"));
    }

    @Test
    void anotherPlacesPlanIsNotThere() {
        var reference = published("\"expectedOn\": \"2015-03-11\"");
        var rochdale = Caller.secretaryOf(Locality.ROCHDALE);

        rochdale.get("/forward-plan/" + reference).statusCode(404);
        rochdale.post("/forward-plan/%s/withdraw".formatted(reference), "{\"reason\": \"No\"}")
                .statusCode(404);
        manchester
                .secretary
                .post(
                        "/forward-plan",
                        entry(
                                manchester.board,
                                "\"expectedIn\": \"2015-04\", \"place\": \"E08000005\""))
                .statusCode(404);
    }

    private void refused(String more, String code) {
        manchester
                .secretary
                .post("/forward-plan", entry(manchester.board, more))
                .statusCode(422)
                .body("code", equalTo(code));
    }

    private String published(String more) {
        return manchester
                .secretary
                .does("/forward-plan", entry(manchester.board, more))
                .extract()
                .path("reference");
    }

    private static String entry(String body, String more) {
        return """
        {"body": "%s", "title": "A matter", "publishedOn": "2014-12-01", %s}
        """
                .formatted(body, more);
    }

    private UUID decision() {
        var meeting = manchester.meets(manchester.board);
        manchester.secretary.does(
                "/meetings/%s/items".formatted(meeting),
                "{\"title\": \"A matter\", \"decision\": {\"type\": \"NOTE\"}}");
        return UUID.fromString(
                manchester
                        .secretary
                        .get("/decisions/%s/1".formatted(meeting))
                        .statusCode(200)
                        .extract()
                        .path("id"));
    }
}
