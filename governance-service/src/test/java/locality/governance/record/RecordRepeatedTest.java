package locality.governance.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import locality.governance.story.AtOnce;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A document tried, and one sent again: neither changes anything.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class RecordRepeatedTest extends AMeetingToRecord {

    @Test
    @Tag("G22")
    void aDryRunAnswersTheSameAndLeavesNothing() {
        var meeting = meetingOnTheInvestment();
        var before = everything();

        var tried =
                secretary
                        .post("/meetings/%s/record?dryRun=true".formatted(meeting), WHOLE)
                        .statusCode(200)
                        .body("dryRun", equalTo(true))
                        .extract()
                        .jsonPath();

        assertThat(everything()).isEqualTo(before);
        secretary.get("/meetings/" + meeting).body("state", equalTo("NOTICED"));
        var recorded = records(meeting, WHOLE).statusCode(200).extract().jsonPath();
        assertThat(tried.getList("items")).isEqualTo(recorded.getList("items"));
        assertThat(tried.getList("written")).isEqualTo(recorded.getList("written"));
    }

    @Test
    @Tag("G22")
    void theSameDocumentAgainChangesNothingAndSaysSo() {
        var meeting = meetingOnTheInvestment();
        records(meeting, WHOLE).statusCode(200);
        var before = everything();

        records(meeting, WHOLE)
                .statusCode(200)
                .body("changed", equalTo(false))
                .body("written", empty())
                .body("items[0].state", equalTo("IN_EFFECT"));

        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void ofTwoWhoSendTheSameAtOnceOneChangesSomething() throws Exception {
        var meeting = meetingOnTheInvestment();
        Callable<Boolean> sending =
                () -> records(meeting, WHOLE).statusCode(200).extract().path("changed");

        var changed = AtOnce.call(2, List.of(sending, sending));

        assertThat(changed).containsExactlyInAnyOrder(true, false);
    }

    @Test
    void aKeyUsedAgainGetsTheFirstAnswer() {
        var meeting = meetingOnTheInvestment();
        var key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        var path = "/meetings/%s/record".formatted(meeting);
        var first = secretary.post(path, WHOLE, key).statusCode(200).extract().asString();

        assertThat(secretary.post(path, WHOLE, key).statusCode(200).extract().jsonPath().getMap(""))
                .isEqualTo(new JsonPath(first).getMap(""));
        secretary.post(path, "{}", key).statusCode(422);
    }

    @Test
    @Tag("G22")
    void whatIsReadIsATemplateThatSentBackChangesNothing() {
        var meeting = meetingOnTheInvestment();
        var empty = document(meeting);

        assertThat(empty).contains("\"S5\"", "Investment");
        records(meeting, empty).statusCode(200).body("changed", equalTo(false));
        secretary.get("/meetings/" + meeting).body("state", equalTo("NOTICED"));
        records(meeting, WHOLE).statusCode(200);
        var full = document(meeting);
        records(meeting, full).statusCode(200).body("changed", equalTo(false));
        secretary
                .get("/meetings/%s/record".formatted(meeting))
                .body("attendance.find { it.seat == 'S4' }.present", equalTo(false))
                .body("attendance.find { it.seat == 'S3' }.substitute", equalTo("post:deputy"))
                .body("items[0].votes.S1", equalTo("FOR"))
                .body("items[0].votes.S4", nullValue())
                .body("items[0].outcome", equalTo("BY_VOTES"))
                .body("items[1].note", equalTo("The next meeting is in July"))
                .body("close", equalTo(true));
    }
}
