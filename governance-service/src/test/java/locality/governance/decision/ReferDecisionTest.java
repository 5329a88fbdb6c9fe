package locality.governance.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import locality.governance.story.Told;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The board is accountable to the governing body, which meets in twenty days.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class ReferDecisionTest extends TheBoardDecidesToday {

    private String next;

    @BeforeEach
    void theBoardIsAccountable() {
        grantToTheBoard(1_000, "PER_DECISION");
        manchester.secretary.does(
                "/bodies/%s/relations".formatted(manchester.board),
                """
                {"kind": "ACCOUNTABLE_TO", "to": "%s", "from": "2014-04-01"}
                """
                        .formatted(manchester.governingBody));
        next = planned(manchester.governingBody, today().plusDays(20));
    }

    @Test
    void whatIsOnTheParentsAgendaIsNotReferredASecondTime() {
        var meeting = meetsToday(manchester.board);
        int item = tabled(meeting, approval(600, whole(), "a"));
        var refer = "/decisions/%s/%d/refer".formatted(meeting, item);
        manchester.secretary.does(refer, "{}").body("state", equalTo("REFERRED"));

        manchester
                .secretary
                .post(refer, "{}")
                .statusCode(409)
                .body("code", equalTo("REFERRED_ALREADY"))
                .body("decision", equalTo(meeting + "/" + item))
                .body("followUp", equalTo(next + "/1"));
        manchester.secretary.get("/meetings/%s/items/2".formatted(next)).statusCode(404);
    }

    @Test
    @Tag("G18")
    void whatTheForwardPlanExpectedGoesWithTheReferral() {
        var entry = expected();
        var meeting = meetsToday(manchester.board);
        int item = tabled(meeting, asExpected(entry, 600));

        manchester.secretary.does("/decisions/%s/%d/refer".formatted(meeting, item), "{}");

        var followUp =
                manchester
                        .secretary
                        .get("/meetings/%s/items/1".formatted(next))
                        .statusCode(200)
                        .extract()
                        .<String>path("decision.id");
        assertThat(onThePlan(entry).getString("state")).isEqualTo("TABLED");
        assertThat(onThePlan(entry).getString("decision")).isEqualTo(followUp);
    }

    @Test
    @Tag("G18")
    void whatTheForwardPlanExpectedIsExpectedAgainAfterADecisionThatDoesNotBind() {
        var entry = expected();

        var decision = carried(meetsToday(manchester.board), asExpected(entry, 1_001));

        assertThat(decision.getList("validityCodes")).containsExactly("LIMIT_EXCEEDED");
        assertThat(onThePlan(entry).getString("decision")).isNull();
        assertThat(Told.of(database, onThePlan(entry).getString("id")))
                .extracting(told -> told.data().getString("state"))
                .containsExactly("PLANNED", "TABLED", "PLANNED");
    }

    private JsonPath onThePlan(String entry) {
        return manchester.secretary.get("/forward-plan/" + entry).extract().jsonPath();
    }

    private String asExpected(String entry, long pence) {
        return approval(pence, whole(), "a")
                .replace(
                        "\"title\": \"A matter\"",
                        "\"title\": \"A matter\", \"forwardPlan\": \"%s\"".formatted(entry));
    }

    private String expected() {
        return manchester.secretary.makes(
                "/forward-plan",
                """
                {"body": "%s", "title": "A matter", "expectedOn": "%s",
                 "publishedOn": "2014-12-01"}
                """
                        .formatted(manchester.board, today()));
    }
}
