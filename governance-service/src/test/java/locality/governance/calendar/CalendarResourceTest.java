package locality.governance.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import locality.governance.meeting.ABoardOfNine;
import locality.governance.story.AtOnce;
import locality.governance.story.Caller;
import locality.platform.place.Locality;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class CalendarResourceTest {

    private static final AtomicInteger NEXT = new AtomicInteger(100);

    private ABoardOfNine monthly;

    @BeforeEach
    void thereIsABoardThatMeetsOnceAMonth() {
        monthly = meets("{\"every\": 1, \"unit\": \"MONTHS\"}");
    }

    @Test
    @Tag("G17")
    void aYearIsPlannedInOneCallAndAgainPlansNothing() {
        var first = plans(monthly, "2018-04-10T14:00");

        first.body("cycles", hasSize(12))
                .body("cycles.done", everyItem(equalTo("PLANNED")))
                .body("cycles[1].startsAt", equalTo("2018-05-08T14:00:00"))
                .body("cycles[11].startsAt", equalTo("2019-03-12T14:00:00"));
        plans(monthly, "2018-04-10T14:00")
                .body("cycles.done", everyItem(equalTo("ALREADY_THERE")))
                .body("cycles[0].meeting.reference", equalTo(monthly.board + "-2018-04-10"));
        monthly.secretary
                .get("/meetings?limit=1000&body=" + monthly.board)
                .body("items", hasSize(12))
                .body("items.place", everyItem(equalTo("Town Hall")))
                .body("items[0].endsAt", equalTo("2018-04-10T16:00:00"));
    }

    @Test
    @Tag("G17")
    void aBankHolidayIsMovedAndSaysSo() {
        var fortnightly = meets("{\"every\": 2, \"unit\": \"WEEKS\"}");

        plans(fortnightly, "2018-04-09T10:00")
                .body("cycles[2].startsAt", equalTo("2018-05-08T10:00:00"))
                .body("cycles[2].movedFrom", equalTo("2018-05-07"))
                .body("cycles[2].movedBecause", equalTo("Early May bank holiday"))
                .body("cycles[3].startsAt", equalTo("2018-05-21T10:00:00"))
                .body("cycles[3].movedFrom", nullValue());
    }

    @Test
    void noMeetingIsPlannedOnceTheBodyIsGone() {
        monthly.secretary.does(
                "/bodies/%s/sunset".formatted(monthly.board), "{\"sunsetOn\": \"2018-06-10\"}");

        plans(monthly, "2018-04-10T14:00")
                .body("cycles.done", contains("PLANNED", "PLANNED", "BODY_NOT_THERE"))
                .body("cycles[2].meeting", nullValue());
    }

    @Test
    void aDateThatIsMovedOutOfTheDaysIsNotPlanned() {
        var fortnightly = meets("{\"every\": 2, \"unit\": \"WEEKS\"}");

        fortnightly
                .secretary
                .does(
                        calendar(fortnightly),
                        """
                        {"from": "2018-04-01", "to": "2018-05-07", "first": "2018-04-09T10:00"}
                        """)
                .body("cycles.done", contains("PLANNED", "PLANNED", "OUTSIDE_DAYS"));
    }

    @Test
    void aPlaceThatIsServedDoesNotReadTheMeetings() {
        monthly.secretary.does(
                "/bodies/%s/places".formatted(monthly.board),
                "{\"locality\": \"E08000009\", \"from\": \"2014-04-01\"}");
        monthly.plans("2018-04-10T14:00");
        var served = Caller.secretaryOf(Locality.TRAFFORD);

        served.get("/bodies/" + monthly.board).statusCode(200);
        for (var what : List.of("calendar", "attendance-cycles", "year")) {
            served.get("/bodies/%s/%s".formatted(monthly.board, what))
                    .statusCode(404)
                    .body("code", equalTo("NOT_FOUND"));
        }
        served.get("/bodies/%s/calendar.ics".formatted(monthly.board), "text/calendar")
                .statusCode(404);
    }

    @Test
    void aDryRunKeepsNothing() {
        monthly.secretary
                .does(calendar(monthly) + "?dryRun=true", year("2018-04-10T14:00"))
                .body("cycles", hasSize(12))
                .body("cycles.meeting", everyItem(nullValue()));

        monthly.secretary.get("/meetings?body=" + monthly.board).body("items", hasSize(0));
    }

    @Test
    void twoWhoPlanAtTheSameMomentPlanOnce() throws Exception {
        var planned =
                AtOnce.call(
                        3,
                        Collections.nCopies(
                                3,
                                () ->
                                        monthly.secretary
                                                .post(calendar(monthly), year("2018-04-10T14:00"))
                                                .extract()
                                                .statusCode()));

        assertThat(planned).containsOnly(200);
        monthly.secretary
                .get("/meetings?limit=1000&body=" + monthly.board)
                .body("items", hasSize(12));
    }

    @Test
    void whatCannotBePlannedSaysWhy() {
        var never = ABoardOfNine.established();

        refuses(never, year("2018-04-10T14:00"), "NO_FREQUENCY");
        refuses(monthly, year("2018-03-31T14:00"), "FIRST_OUTSIDE_RANGE");
        refuses(
                monthly,
                year("2018-04-10T14:00").replace("2019-03-31", "2023-04-01"),
                "RANGE_TOO_LONG");
        refuses(
                monthly,
                year("2018-04-10T14:00").replace("2019-03-31", "2018-03-31"),
                "ENDS_BEFORE_IT_BEGINS");
    }

    @Test
    @Tag("G17")
    void aCycleThatWentByWithoutAMeetingIsMissed() {
        var may = monthly.meets("2018-05-08T14:00");
        var july = monthly.plans("2018-07-10T14:00");
        monthly.does(monthly.plans("2018-06-12T14:00"), "cancel", "{\"reason\": \"Election\"}");

        todayIs("2018-07-04");

        monthly.secretary
                .get(calendar(monthly) + "?from=2018-04-01&to=2018-08-31")
                .body("cycles.state", contains("MISSED", "HELD", "MISSED", "PLANNED", "DUE"))
                .body("cycles[1].meeting.reference", equalTo(may))
                .body("cycles[2].meeting", nullValue())
                .body("cycles[3].meeting.reference", equalTo(july));
        monthly.secretary
                .get("/missed-cycles?locality=E08000003&limit=1000")
                .body("on", equalTo("2018-07-04"))
                .body(missedBy(monthly), hasItem("2018-06-01"))
                .body(missedBy(monthly), not(hasItem("2018-07-01")));

        todayIs("2018-08-01");

        monthly.secretary
                .get(calendar(monthly) + "?from=2018-07-01&to=2018-08-31")
                .body("cycles.state", contains("MISSED", "DUE"))
                .body("cycles[0].meeting.reference", equalTo(july));
        monthly.secretary
                .get("/missed-cycles?locality=E08000003&on=2018-08-01&limit=1000")
                .body(missedBy(monthly), hasItem("2018-07-01"));
        Caller.secretaryOf(Locality.ROCHDALE)
                .get("/missed-cycles?locality=E08000003")
                .body("items", hasSize(0));
    }

    @Test
    @Tag("G17")
    void whatWasMissedIsListedForTwelveMonthsOrForTheDaysAskedForPageByPage() {
        monthly.meets("2018-05-08T14:00");
        var missed = "/missed-cycles?locality=E08000003&on=2020-06-10&limit=1000";

        monthly.secretary
                .get(missed)
                .body("from", equalTo("2019-06-10"))
                .body(missedBy(monthly), hasItem("2019-06-01"))
                .body(missedBy(monthly), not(hasItem("2019-05-01")));
        monthly.secretary
                .get(missed + "&from=2018-06-01")
                .body(missedBy(monthly), hasItem("2018-06-01"))
                .body(missedBy(monthly), not(hasItem("2018-05-01")));

        var asked = "/missed-cycles?locality=E08000003&on=2020-06-10&limit=3";
        var all = monthly.secretary.get(missed).extract().jsonPath().getList("items");
        var paged = new ArrayList<Object>();
        var after = "";
        do {
            var page = monthly.secretary.get(asked + "&after=" + after).extract().jsonPath();
            assertThat(page.getList("items")).hasSizeLessThanOrEqualTo(3);
            paged.addAll(page.getList("items"));
            after = page.getString("next");
        } while (after != null);
        assertThat(paged).isEqualTo(all);

        monthly.secretary
                .get(missed + "&from=2020-06-11")
                .statusCode(422)
                .body("code", equalTo("ENDS_BEFORE_IT_BEGINS"));
        monthly.secretary
                .get(missed + "&from=2015-06-10")
                .statusCode(422)
                .body("code", equalTo("RANGE_TOO_LONG"));
    }

    @Test
    @Tag("G17")
    void aPostThatIsToComeEachQuarterIsFlaggedWhenItDidNot() {
        var meeting = monthly.meets("2018-05-08T14:00");
        monthly.attend(meeting, 9);
        var expected = "{\"seat\": \"S9\", \"everyMonths\": 3, \"from\": \"2018-04-01\"}";
        monthly.secretary
                .does("/bodies/%s/attendance-cycles".formatted(monthly.board), expected)
                .statusCode(201);

        todayIs("2018-10-15");

        monthly.secretary
                .get("/bodies/%s/attendance-cycles".formatted(monthly.board))
                .body("items[0].windows.state", contains("ATTENDED", "MISSED", "DUE"))
                .body("items[0].windows[0].meeting", equalTo(meeting));
        monthly.secretary
                .get("/missed-cycles?on=2018-10-15&limit=1000")
                .body(
                        "items.findAll { it.body == '%s' && it.what == 'ATTENDANCE' }.from"
                                .formatted(monthly.board),
                        contains("2018-07-01"));
        monthly.secretary
                .post("/bodies/%s/attendance-cycles".formatted(monthly.board), expected)
                .statusCode(422)
                .body("code", equalTo("EXPECTED_ALREADY"))
                .body("from", equalTo("2018-04-01"));
        monthly.secretary
                .post(
                        "/bodies/%s/attendance-cycles".formatted(monthly.board),
                        expected.replace("S9", "S10"))
                .statusCode(422)
                .body("code", equalTo("NO_SUCH_SEAT"));
    }

    @Test
    @Tag("G18")
    void aYearsBusinessStandsByMonth() {
        var may = monthly.plans("2018-05-08T14:00");
        monthly.tables(may, "Section 75 outturn, draft");
        monthly.tables(may, "Winter plan");
        var march = monthly.plans("2019-03-12T14:00");
        monthly.plans("2019-04-09T14:00");

        monthly.secretary
                .get("/bodies/%s/year?financialYear=2018/19".formatted(monthly.board))
                .body("months", hasSize(12))
                .body("months[1].month", equalTo("2018-05"))
                .body("months[1].meetings[0].items.title[1]", equalTo("Winter plan"))
                .body("months[11].meetings.reference", contains(march));
        assertThat(csv("/bodies/%s/year?financialYear=2018/19".formatted(monthly.board)))
                .isEqualTo(
                        List.of(
                                        "month,meeting,heldOn,state,item,title",
                                        "2018-05,%s,2018-05-08,PLANNED,1,\"Section 75 outturn,"
                                                + " draft\"",
                                        "2018-05,%s,2018-05-08,PLANNED,2,Winter plan",
                                        "2019-03,%s,2019-03-12,PLANNED,,")
                                .stream()
                                .map(line -> line.formatted(line.startsWith("2019") ? march : may))
                                .collect(Collectors.joining("\r\n", "", "\r\n")));
    }

    @Test
    void theReferenceDataOfCalendarsIsShown() {
        monthly.secretary
                .get("/bank-holidays?from=2022-05-01&to=2022-06-30")
                .body("items.date", contains("2022-05-02", "2022-06-02", "2022-06-03"));
        monthly.secretary
                .get("/clear-days-rules")
                .body("items.noticeOf", hasItem("MEETING"))
                .body("items.find { it.noticeOf == 'MEETING' }.weekendsCount", equalTo(false))
                .body("items.find { it.noticeOf == 'KEY_DECISION' }.weekendsCount", equalTo(true))
                .body("items.find { it.noticeOf == 'CALL_IN' }.weekendsCount", equalTo(false));
    }

    private static ABoardOfNine meets(String frequency) {
        return ABoardOfNine.established(
                "CYCLE-" + NEXT.incrementAndGet(), ", \"frequency\": " + frequency);
    }

    private static void todayIs(String day) {
        var noon = LocalDate.parse(day).atTime(12, 0).toInstant(ZoneOffset.UTC);
        QuarkusMock.installMockForType(Clock.fixed(noon, ZoneOffset.UTC), Clock.class);
    }

    private static String missedBy(ABoardOfNine board) {
        return "items.findAll { it.body == '%s' && it.what == 'MEETING' }.from"
                .formatted(board.board);
    }

    private static String calendar(ABoardOfNine board) {
        return "/bodies/%s/calendar".formatted(board.board);
    }

    private static String year(String first) {
        return """
        {"from": "2018-04-01", "to": "2019-03-31", "first": "%s", "minutes": 120,
         "place": "Town Hall"}
        """
                .formatted(first);
    }

    private static ValidatableResponse plans(ABoardOfNine board, String first) {
        return board.secretary.does(calendar(board), year(first));
    }

    private static void refuses(ABoardOfNine board, String json, String code) {
        board.secretary.post(calendar(board), json).statusCode(422).body("code", equalTo(code));
    }

    private String csv(String path) {
        return monthly.secretary.get(path, "text/csv").extract().asString();
    }
}
