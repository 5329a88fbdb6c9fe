package locality.governance.record;

import static org.assertj.core.api.Assertions.assertThat;
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
        var path = "/meetings/%s/attendance".formatted(meeting);
        var sheet = secretary.get(path).extract().asString();
        assertThat(sheet).contains("S1,Member,yes,,10:00,,1,");
        secretary.postCsv(path, sheet).statusCode(200).body("changed", equalTo(false));

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

    @Test
    void theRecordOfTwoSittingsIsSentBackAndChangesNothing() {
        var meeting = meetingOnTheInvestment();
        records(meeting, "{\"attendance\": [{\"seat\": \"S1\"}, {\"seat\": \"S2\"}]}")
                .statusCode(200);
        secretary.does(
                "/meetings/%s/adjourn".formatted(meeting),
                "{\"at\": \"2014-05-14T11:30\", \"reason\": \"Lunch\"}");
        secretary.does(
                "/meetings/%s/reconvene".formatted(meeting),
                "{\"startsAt\": \"2014-05-14T13:00\"}");
        records(meeting, "{\"attendance\": [{\"seat\": \"S3\"}]}").statusCode(200);

        secretary
                .get("/meetings/%s/record".formatted(meeting))
                .body(
                        "attendance.findAll { it.present }.collect { it.sitting + it.seat }",
                        contains("1S1", "1S2", "2S3"));
        records(meeting, document(meeting)).statusCode(200).body("changed", equalTo(false));
        var path = "/meetings/%s/attendance".formatted(meeting);
        var sheet = secretary.get(path).extract().asString();
        assertThat(sheet).contains("S2,Member,yes,,10:00,,1,", "S3,Member,yes,,13:00,,2,");
        secretary.postCsv(path, sheet).statusCode(200).body("changed", equalTo(false));

        records(
                        meeting,
                        "{\"attendance\": [{\"seat\": \"S1\", \"sitting\": 1, \"leftAt\":"
                                + " \"11:00\"}]}")
                .statusCode(200)
                .body("written", contains("Attendance of 1 seat"));
        records(meeting, "{\"attendance\": [{\"seat\": \"S1\", \"sitting\": 3}]}")
                .statusCode(422)
                .body("errors.pointer", contains("/attendance/0"));
    }

    @Test
    void aRecordReadBeforeTheMeetingAdjournedStillSpeaksOfTheSittingItWasReadAt() {
        var meeting = meetingOnTheInvestment();
        records(meeting, "{\"attendance\": [{\"seat\": \"S1\"}]}").statusCode(200);
        var shown = document(meeting);
        secretary.does(
                "/meetings/%s/adjourn".formatted(meeting),
                "{\"at\": \"2014-05-14T11:30\", \"reason\": \"Lunch\"}");
        secretary.does(
                "/meetings/%s/reconvene".formatted(meeting),
                "{\"startsAt\": \"2014-05-14T13:00\"}");

        records(meeting, shown).statusCode(200).body("changed", equalTo(false));

        secretary
                .get("/meetings/%s/record".formatted(meeting))
                .body("attendance.findAll { it.present }.sitting", contains(1));
    }

    private static String adjourned(String until) {
        return """
        {"attendance": [{"seat": "S1"}, {"seat": "S2"}],
         "adjourn": {"at": "2014-05-14T11:40", %s "reason": "Fire alarm"}}
        """
                .formatted(until);
    }
}
