package locality.governance.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import locality.governance.period.ClearDays;
import locality.governance.story.Told;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.Test;

/// A decision names the one whose place it takes: the two never count together.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class SupersedeNamedTest extends TheBoardDecidesToday {

    @Inject BringIntoEffect bringIntoEffect;

    @Test
    void nearItsLimitADecisionTakesThePlaceOfAnotherOfItsSubject() {
        grantToTheBoard(1_000, "PER_DECISION");
        var first = approved(meetsToday(manchester.board), 600, "a");

        var second = carried(meetsToday(manchester.board), inPlaceOf(first, 900, "a"));

        assertThat(second.getString("state")).isEqualTo("IN_EFFECT");
        assertThat(second.getString("supersedes")).isEqualTo(first.getString("id"));
        var ended = shown(first);
        assertThat(ended.getString("state")).isEqualTo("SUPERSEDED");
        assertThat(ended.getString("endedOn")).isEqualTo(today().toString());
        assertThat(ended.getString("steps[0].byDecision")).isEqualTo(second.getString("id"));
        var told = Told.of(database, first.getString("id")).getLast();
        assertThat(told.type()).isEqualTo("governance.decision-changed.v1");
        assertThat(told.data().getString("state")).isEqualTo("SUPERSEDED");
        assertThat(told.data().getString("byDecision")).isEqualTo(second.getString("id"));
        assertThat(approved(meetsToday(manchester.board), 101, "a").getList("validityCodes"))
                .containsExactly("LIMIT_EXCEEDED");
        assertThat(approved(meetsToday(manchester.board), 100, "a").getString("state"))
                .isEqualTo("IN_EFFECT");
    }

    @Test
    void whatItUsedOfTheYearIsLeftOutTooButNothingElse() {
        grantToTheBoard(1_000, "ANNUAL");
        var first = approved(meetsToday(manchester.board), 600, "a");
        approved(meetsToday(manchester.board), 300, "b");

        assertThat(
                        carried(meetsToday(manchester.board), inPlaceOf(first, 701, "a"))
                                .getList("validityCodes"))
                .containsExactly("LIMIT_EXCEEDED");
        assertThat(stateOf(first)).isEqualTo("IN_EFFECT");
        assertThat(
                        carried(meetsToday(manchester.board), inPlaceOf(first, 700, "a"))
                                .getString("state"))
                .isEqualTo("IN_EFFECT");
        assertThat(approved(meetsToday(manchester.board), 1, "c").getList("validityCodes"))
                .containsExactly("LIMIT_EXCEEDED");
    }

    @Test
    void whileScrutinyHasItsDaysTheOneBeforeStandsAndNoOtherTakesItsPlace() {
        grantToTheBoard(1_000, "PER_DECISION");
        var first = approved(meetsToday(manchester.board), 600, "a");
        terms(manchester.board, today().toString(), ", \"callInClearDays\": 5");
        var meeting = meetsToday(manchester.board);
        int other = tabled(meeting, inPlaceOf(first, 800, "a"));

        var second = carried(meetsToday(manchester.board), inPlaceOf(first, 900, "a"));

        assertThat(second.getString("state")).isEqualTo("CARRIED");
        assertThat(stateOf(first)).isEqualTo("IN_EFFECT");
        tables(inPlaceOf(first, 1, "a"))
                .statusCode(409)
                .body("code", equalTo("SUPERSEDED_ALREADY"))
                .body("decision", equalTo(first.getString("reference")))
                .body("byDecision", equalTo(second.getString("reference")));
        manchester.attend(meeting, 3);
        manchester.vote(meeting, other, "AGAINST", "AGAINST", "AGAINST");
        assertThat(manchester.outcome(meeting, other).getString("state")).isEqualTo("LOST");

        bringIntoEffect.handle(ClearDays.WORKING.lastDayAfter(today(), 5).plusDays(1));

        assertThat(stateOf(second)).isEqualTo("IN_EFFECT");
        var ended = shown(first);
        assertThat(ended.getString("state")).isEqualTo("SUPERSEDED");
        assertThat(ended.getString("endedOn"))
                .isEqualTo(shown(second).getString("effectiveOn"))
                .isNotEqualTo(today().toString());
    }

    @Test
    void onlyWhatIsInEffectOfTheBodyAndOfItsSubjectGivesWay() {
        grantToTheBoard(1_000, "PER_DECISION");
        var first = approved(meetsToday(manchester.board), 100, "a");
        var invalid = approved(meetsToday(manchester.board), 5_000, "b");
        var above = approved(meetsToday(manchester.governingBody), 100, "a");

        tables(inPlaceOf(first, 100, "a").replace(first.getString("id"), "NONE"))
                .statusCode(422)
                .body("code", equalTo("SUPERSEDES_NOTHING"))
                .body("supersedes", equalTo("NONE"));
        refused(inPlaceOf(invalid, 100, "b"), "SUPERSEDES_NOTHING");
        refused(inPlaceOf(first, 100, "c"), "BY_DECISION_IS_ABOUT_ANOTHER");
        refused(inPlaceOf(above, 100, "a"), "BY_ANOTHER_BODY");
        refused(
                inPlaceOf(first, 100, "a").replace("\"APPROVE\"", "\"RECOMMEND\""),
                "BY_DECISION_DOES_NOT_BIND");
        post(manchester.meets(manchester.board), inPlaceOf(first, 100, "a"))
                .statusCode(422)
                .body("code", equalTo("BY_DECISION_IS_EARLIER"));
        assertThat(stateOf(first)).isEqualTo("IN_EFFECT");
    }

    private ValidatableResponse tables(String item) {
        return post(meetsToday(manchester.board), item);
    }

    private void refused(String item, String code) {
        tables(item).statusCode(422).body("code", equalTo(code));
    }

    private String inPlaceOf(JsonPath decision, long pence, String subject) {
        return approval(pence, whole(), subject)
                .replace(
                        "\"type\": \"APPROVE\"",
                        "\"type\": \"APPROVE\", \"supersedes\": \"%s\""
                                .formatted(decision.getString("id")));
    }
}
