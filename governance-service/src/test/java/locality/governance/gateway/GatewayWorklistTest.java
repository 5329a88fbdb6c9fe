package locality.governance.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import locality.platform.testing.Infrastructure;
import locality.platform.time.BusinessClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What waits at gateways, and the calls that clear it.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class GatewayWorklistTest {

    @Inject Clock clock;

    private RochdalesGateways story;

    @BeforeEach
    void thereIsRochdale() {
        story = RochdalesGateways.planned();
    }

    @Test
    void whatWaitsNamesTheCallThatClearsIt() {
        assertThat(story.worklist("GATEWAY_TO_ASSESS", "2017-12-30")).isEmpty();
        assertThat(story.worklist("GATEWAY_TO_ASSESS", "2017-12-31"))
                .containsExactly(story.gateway);
        story.startsDueDiligence();
        assertThat(story.worklist("GATEWAY_TO_ASSESS", "2018-03-01")).isEmpty();
        assertThat(story.worklist("GATEWAY_TO_SUBMIT", "2018-03-01"))
                .containsExactly(story.gateway);
        story.conducts();
        story.rates("W", "AMBER");
        story.rates("F", "GREEN");
        story.clears("GATEWAY_TO_SUBMIT", today());
    }

    @Test
    void theDecisionAndTheConditionsWaitUntilTheyAreRecorded() {
        story.startsDueDiligence();
        story.conducts();
        story.rates("W", "AMBER");
        story.rates("F", "GREEN");
        story.agrees();
        story.submits();
        story.approves();
        story.does("conditions", "{\"text\": \"Improve\", \"dueOn\": \"2018-09\"}");
        story.clears("GATEWAY_TO_DECIDE", today());
        story.clears("GATEWAY_CONDITION_DUE", today());
    }

    @Test
    @Tag("G33")
    void whatPassedAheadOfItsDayIsTakenBackOnceTheDecisionIsRescinded() {
        story.posts("items", itemOn("CORE-2", "2018-04-01")).statusCode(201);
        var ahead = BusinessClock.today(clock).plusDays(30).toString();
        story.posts("items", itemOn("CORE-3", ahead)).statusCode(201);
        var decision = story.passes();
        assertThat(story.worklist("GATEWAY_DECISION_ENDED", today())).isEmpty();

        story.rescinds(decision);

        assertThat(story.worklist("GATEWAY_DECISION_ENDED", today()))
                .containsExactly(story.gateway + "/CORE-3");
        story.clears("GATEWAY_DECISION_ENDED", today());
        story.shown("").body("items.state", contains("TRANSFERRED", "WITHDRAWN"));
    }

    private static String itemOn(String reference, String day) {
        return RochdalesGateways.item(reference).replace("2018-04-01", day);
    }

    private String today() {
        return BusinessClock.today(clock).toString();
    }
}
