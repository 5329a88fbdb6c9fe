package locality.governance.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import locality.platform.testing.Infrastructure;
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
                .startsWith("seat,post,present,substitute,arrivedAt,leftAt\r\nS1,Member,,,,\r\n");
        secretary.postCsv(path, sheet).statusCode(200).body("changed", equalTo(false));

        var filled =
                sheet.replace("S1,Member,,,,", "S1,Member,yes,,,")
                        .replace("S2,Member,,,,", "S2,Member,,post:deputy,10:05,11:30");
        secretary
                .postCsv(path, filled)
                .statusCode(200)
                .body("written", contains("The meeting was opened", "Attendance of 2 seats"));

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
}
