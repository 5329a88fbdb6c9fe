package locality.governance.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import locality.governance.story.Caller;
import locality.platform.place.Locality;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Attendance as a spreadsheet.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class AttendanceSheetTest extends AMeetingToRecord {

    @Test
    void attendanceGoesOutAndComesBackAsASpreadsheet() {
        var meeting = meetingOnTheInvestment();
        var path = "/meetings/%s/attendance".formatted(meeting);
        var sheet = secretary.get(path).statusCode(200).extract().asString();
        assertThat(sheet)
                .startsWith("seat,post,present,substitute,arrivedAt,leftAt,sitting,version\r\nS1,");
        secretary.postCsv(path, sheet).statusCode(200).body("changed", equalTo(false));

        var filled =
                sheet.replace("S1,Member,,,,", "S1,Member,yes,,,")
                        .replace("S2,Member,,,,", "S2,Member,,post:deputy,10:05,11:30");
        secretary
                .postCsv(path + "?dryRun=true", filled)
                .statusCode(200)
                .body("dryRun", equalTo(true))
                .body("written", contains("The meeting was opened", "Attendance of 2 seats"));
        secretary
                .postCsv(path, filled)
                .statusCode(200)
                .body("written", contains("The meeting was opened", "Attendance of 2 seats"));
        secretary
                .postCsv(path, filled)
                .statusCode(412)
                .body("code", equalTo("STALE"))
                .body("sent", equalTo(tagIn(sheet)))
                .body("current", equalTo(tagIn(secretary.get(path).extract().asString())));

        secretary
                .get("/meetings/" + meeting)
                .body("attendance.member", contains("S1", "S2"))
                .body("attendance.arrivedAt", contains("10:00:00", "10:05:00"));
        var again = secretary.get(path).extract().asString();
        assertThat(again).contains("S2,Member,yes,post:deputy,10:05,11:30");
        secretary.postCsv(path, again).body("changed", equalTo(false));
        secretary
                .postCsv(path, "seat,present,arrivedAt\nS1,no,10:00\nS2,,ten\n,yes,\n")
                .statusCode(400)
                .body(
                        "errors.where",
                        contains("line 2, present", "line 3, arrivedAt", "line 4, seat"));
    }

    @Test
    @Tag("G22")
    void theSheetSaysWhoSubstitutedToThoseAloneWhoWroteItDown() {
        var meeting = meetingOnTheInvestment();
        records(meeting, WHOLE).statusCode(200);
        var path = "/meetings/%s/attendance".formatted(meeting);

        assertThat(secretary.get(path).extract().asString())
                .contains("S3,Member,yes,post:deputy,10:00,11:30,1,");
        assertThat(Caller.of("viewer", Locality.MANCHESTER).get(path).extract().asString())
                .contains("S3,Member,yes,,10:00,11:30,1,");
    }

    @Test
    void aSheetIsReadAtOneVersionAndTakenInAtTheOneThatIfMatchNames() {
        var meeting = meetingOnTheInvestment();
        var path = "/meetings/%s/attendance".formatted(meeting);

        secretary
                .postCsv(path, "seat,present,version\nS1,yes,0\nS2,yes,1\n")
                .statusCode(400)
                .body("errors.where", contains("line 3, version"));
        secretary
                .postCsv(path, "seat,present,sitting\nS1,yes,0\n")
                .statusCode(400)
                .body("errors.where", contains("line 2, sitting"));
        secretary
                .postCsv(path, "seat,present\nS1,yes\n", Map.of("If-Match", "\"99\""))
                .statusCode(412)
                .body("sent", equalTo("\"99\""));
        secretary.get("/meetings/" + meeting).body("state", equalTo("NOTICED"));
        secretary
                .postCsv(
                        path,
                        "seat,present\nS1,yes\n",
                        Map.of("If-Match", tagIn(secretary.get(path).extract().asString())))
                .statusCode(200)
                .body("state", equalTo("OPEN"));
    }

    /// The version in a sheet's first line, as an entity tag.
    private static String tagIn(String sheet) {
        var line = sheet.lines().skip(1).findFirst().orElseThrow();
        return '"' + line.substring(line.lastIndexOf(',') + 1) + '"';
    }
}
