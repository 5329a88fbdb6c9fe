package locality.governance.record;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A meeting that is adjourned, recorded sitting by sitting.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class RecordOfSittingsTest extends AMeetingToRecord {

    @Test
    @Tag("G17")
    void aMeetingIsAdjournedAtTheEndOfItsRecordAndItsNextSittingRecordedAfterwards() {
        var meeting = meetingOnTheInvestment();
        var until = "2014-05-15T10:00";

        records(meeting, adjourned("\"until\": {\"startsAt\": \"%s\"},".formatted(until)))
                .statusCode(200)
                .body("state", equalTo("ADJOURNED"))
                .body("written", hasItem("The meeting was adjourned"));
        records(meeting, adjourned("\"until\": {\"startsAt\": \"%s\"},".formatted(until)))
                .statusCode(200)
                .body("changed", equalTo(false));
        var shown = secretary.get("/meetings/%s/record".formatted(meeting)).extract().asString();
        records(meeting, shown).statusCode(200).body("changed", equalTo(false));

        records(meeting, WHOLE)
                .statusCode(409)
                .body("code", equalTo("MEETING_ADJOURNED"))
                .body("detail", containsString("POST /meetings/%s/reconvene".formatted(meeting)))
                .body("resumesAt", equalTo("2014-05-15T10:00:00"));
        secretary.post("/meetings/%s/close".formatted(meeting), "{}").statusCode(409);
        secretary.does(
                "/meetings/%s/reconvene".formatted(meeting),
                "{\"startsAt\": \"%s\"}".formatted(until));
        records(meeting, WHOLE).statusCode(200).body("state", equalTo("CLOSED"));
    }

    @Test
    void whatIsAdjournedIsNotClosedWithTheSameRecordAndVotesHaveAnOutcomeFirst() {
        var meeting = meetingOnTheInvestment();

        records(meeting, adjourned("").replace("\"adjourn\"", "\"close\": true, \"adjourn\""))
                .statusCode(422)
                .body("errors.pointer", contains("/adjourn"))
                .body("errors.code", contains("ADJOURNED_AND_CLOSED"));
        records(
                        meeting,
                        adjourned("")
                                .replace(
                                        "\"adjourn\"",
                                        "\"items\": [{\"item\": 1, \"votes\": {\"S1\": \"FOR\"}}],"
                                                + " \"adjourn\""))
                .statusCode(422)
                .body("errors.pointer", contains("/adjourn"))
                .body("errors.code", contains("VOTES_WITHOUT_OUTCOME"));
        secretary.get("/meetings/" + meeting).body("state", equalTo("NOTICED"));
    }

    private static String adjourned(String until) {
        return """
        {"attendance": [{"seat": "S1"}, {"seat": "S2"}],
         "adjourn": {"at": "2014-05-14T11:40", %s "reason": "Fire alarm"}}
        """
                .formatted(until);
    }
}
