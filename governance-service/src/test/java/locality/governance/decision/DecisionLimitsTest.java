package locality.governance.decision;

import static locality.governance.story.Manchester.all;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import locality.governance.story.AtOnce;
import locality.governance.story.Caller;
import locality.platform.place.Locality;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.Test;

/// What a decision takes of a limit, and what is left of it for the next.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class DecisionLimitsTest extends TheBoardDecides {

    @Test
    void whatWasOnlyRecommendedTookNothingOfALimit() {
        var meeting = boardWithin(1_000, "PER_DECISION");
        var recommended = decided(meeting, 600, "a", "RECOMMEND");

        assertThat(recommended.get("state")).isEqualTo("IN_EFFECT");
        assertThat(decided(meeting, 600, "a").get("state")).isEqualTo("IN_EFFECT");
    }

    @Test
    void aSubjectOfTheSameNameInAnotherPlaceIsAnother() {
        var meeting = boardWithin(1_000, "PER_DECISION");
        var subject = "shared-name-" + manchester.board;
        var both = Caller.secretaryOf(Locality.MANCHESTER, Locality.ROCHDALE);
        var governors = manchester.meets(manchester.governingBody);
        int item =
                both.does(
                                "/meetings/%s/items".formatted(governors),
                                approval(900, whole(), subject)
                                        .replace(
                                                "{\"type\": \"APPROVE\"",
                                                "{\"place\": \"E08000005\", \"type\": \"APPROVE\""))
                        .extract()
                        .path("number");
        manchester.attend(governors, 3);
        manchester.vote(governors, item, all(3, "FOR"));

        assertThat(manchester.outcome(governors, item).getString("state")).isEqualTo("IN_EFFECT");
        assertThat(decided(meeting, 600, subject).get("state")).isEqualTo("IN_EFFECT");
    }

    @Test
    void anEarlierApprovalOfTheWholeCountsAgainstALaterShare() {
        var meeting = boardWithin(1_000, "PER_DECISION");
        decided(meeting, 600, "a");
        int second =
                tabled(
                        meeting,
                        approval(500, "[{\"organisation\": \"%s\", \"sharePence\": 500}]", "a"));

        assertThat(taken(meeting, second).get("validityCodes"))
                .isEqualTo(List.of("LIMIT_EXCEEDED"));
    }

    @Test
    void twoMeetingsThatDecideTheSameSubjectAtOnceSeeEachOther() throws Exception {
        var first = boardWithin(1_000, "PER_DECISION");
        var second = manchester.meets(manchester.board);
        int one = ready(first, 600, "a");
        int other = ready(second, 600, "a");

        assertThat(AtOnce.call(2, List.of(outcome(first, one), outcome(second, other))))
                .containsExactlyInAnyOrder("IN_EFFECT", "INVALID");
    }

    @Test
    void decisionsAtOnceDoNotSpendTheSameYearsMoney() throws Exception {
        var meeting = boardWithin(1_000, "ANNUAL");
        var outcomes =
                IntStream.range(0, 8)
                        .map(i -> ready(meeting, 600, "subject " + i))
                        .mapToObj(item -> outcome(meeting, item))
                        .toList();

        assertThat(AtOnce.call(outcomes.size(), outcomes))
                .containsOnlyOnce("IN_EFFECT")
                .containsOnly("IN_EFFECT", "INVALID");
    }

    @Test
    void anAnnualLimitIsChargedOnceForEachPartOfASubject() {
        var meeting = boardWithin(1_000, "ANNUAL");

        assertThat(decided(meeting, 400, "a").get("state")).isEqualTo("IN_EFFECT");
        assertThat(decided(meeting, 400, "a").get("state")).isEqualTo("IN_EFFECT");
        assertThat(decided(meeting, 201, "a").get("state")).isEqualTo("INVALID");
        assertThat(decided(meeting, 200, "a").get("state")).isEqualTo("IN_EFFECT");
    }

    @Test
    void whatABodyUsedOfItsAnnualLimitIsStillItsOwnToPassOn() {
        var meeting = boardWithin(1_000, "ANNUAL");
        decided(meeting, 700, "a");
        var panel = manchester.board + "-PANEL";
        manchester.body(panel, manchester.council, false);

        manchester
                .secretary
                .post(
                        "/delegations",
                        """
                        {"from": "%s", "to": "%s", "functions": ["commissioning"],
                         "place": "E08000003", "limitPence": 1000, "limitKind": "ANNUAL",
                         "effectiveOn": "2014-06-01"}
                        """
                                .formatted(manchester.board, panel))
                .statusCode(201);
    }

    private Map<String, Object> decided(String meeting, long pence, String subject) {
        return decided(meeting, pence, subject, "APPROVE");
    }

    private Map<String, Object> decided(
            String meeting, long pence, String subject, String decisionType) {
        return taken(
                meeting,
                tabled(
                        meeting,
                        approval(pence, whole(), subject).replace("APPROVE", decisionType)));
    }

    private Callable<String> outcome(String meeting, int item) {
        return () -> manchester.outcome(meeting, item).getString("state");
    }
}
