package locality.governance.story;

import static locality.governance.story.Manchester.all;
import static locality.governance.story.Manchester.codes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import locality.platform.event.CommitmentEvent.CommitmentVariationRequested;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The £2,791,000 that were approved become £2,900,000: that is asked and decided on its own.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class VariationStoryTest {

    private static final String WAVE_ONE = "bcf-investment-wave-one";
    private static final long PRE_ALLIANCE = 279_100_000;
    private static final long MORE = 290_000_000;

    @Test
    @Tag("B17")
    void theWholeOfTheNewAmountIsDecidedAndNotAddedToWhatWasApprovedBefore() {
        var manchester = Manchester.in2014();
        var first = BudgetTopic.asksFor(manchester.ccg, WAVE_ONE, PRE_ALLIANCE);
        manchester.decides(manchester.governingBody, first, 3, all(3, "FOR"));

        var variation = BudgetTopic.asksToVary(first, MORE);
        arrives(manchester, variation);
        var meeting = manchester.meets(manchester.governingBody);
        int item =
                manchester
                        .secretary
                        .does(
                                "/meetings/%s/items".formatted(meeting),
                                "{\"title\": \"More\", \"approvalRequest\": \"%s\"}"
                                        .formatted(variation.requestId()))
                        .extract()
                        .path("number");
        manchester.attend(meeting, 3);
        manchester.vote(meeting, item, all(3, "FOR"));
        var decided = manchester.outcome(meeting, item);

        assertThat(decided.getString("state")).isEqualTo("IN_EFFECT");
        assertThat(codes(decided)).isEmpty();
        assertThat(decided.getLong("valuePence")).isEqualTo(MORE);
        assertThat(decided.getString("subject.type")).isEqualTo("commitment-variation");
        assertThat(stateOf(manchester, variation)).isEqualTo("ANSWERED");
        assertThat(manchester.stateOf(first)).isEqualTo("ANSWERED");
    }

    @Test
    void aVariationThatLapsedIsNoLongerOpenAndLeavesTheFirstRequestAlone() {
        var manchester = Manchester.in2014();
        var first = BudgetTopic.asksFor(manchester.ccg, WAVE_ONE, PRE_ALLIANCE);
        manchester.arrives(first);
        var variation = BudgetTopic.asksToVary(first, MORE);
        arrives(manchester, variation);
        manchester
                .secretary
                .get("/approval-requests/" + variation.requestId())
                .body("amountPence", equalTo((int) MORE));

        BudgetTopic.variationLapses(variation);

        await().atMost(Duration.ofSeconds(30))
                .until(() -> stateOf(manchester, variation).equals("WITHDRAWN"));
        assertThat(manchester.stateOf(first)).isEqualTo("OPEN");
    }

    private static void arrives(Manchester manchester, CommitmentVariationRequested request) {
        await().atMost(Duration.ofSeconds(30))
                .until(
                        () ->
                                manchester
                                                .secretary
                                                .get("/approval-requests/" + request.requestId())
                                                .extract()
                                                .statusCode()
                                        == 200);
    }

    private static String stateOf(Manchester manchester, CommitmentVariationRequested request) {
        return manchester
                .secretary
                .get("/approval-requests/" + request.requestId())
                .extract()
                .path("state");
    }
}
