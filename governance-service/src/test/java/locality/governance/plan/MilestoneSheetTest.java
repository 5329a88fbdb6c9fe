package locality.governance.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.stream.Collectors;
import locality.platform.place.Locality;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A plan's milestones go out as a spreadsheet, are edited and come back.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class MilestoneSheetTest {

    private BetterCareFund fund;
    private ThePlan bcf;

    @BeforeEach
    void thereIsManchester() {
        fund = BetterCareFund.in2014();
        bcf = fund.plan;
    }

    @Test
    @Tag("G48")
    void whatIsExportedEditedAndSentBackUpdatesWhatChanged() {
        bcf.sends(BetterCareFund.MILESTONES);
        var sheet = fund.sheet();

        assertThat(bcf.sends(sheet).getMap(""))
                .containsEntry("planned", 0)
                .containsEntry("changed", 0)
                .containsEntry("unchanged", 24);
        var edited =
                sheet.lines()
                        .map(
                                line ->
                                        line.contains("Payment arrangements")
                                                ? line.replace("2015-03,MONTH", "2015-01-28,DAY")
                                                : line.contains("Contracts formally")
                                                        ? line.replace(
                                                                ",2014-05-14,PLANNED,,",
                                                                ",2014-05-14,ACHIEVED,2015-03-20,")
                                                        : line)
                        .collect(Collectors.joining("\n", "", "\n"));
        assertThat(
                        bcf.secretary
                                .postCsv(fund.path("/milestones?dryRun=true"), edited)
                                .statusCode(200)
                                .extract()
                                .jsonPath()
                                .getMap(""))
                .containsEntry("changed", 2)
                .containsEntry("dryRun", true);
        assertThat(fund.sheet()).isEqualTo(sheet);
        assertThat(bcf.sends(edited).getInt("changed")).isEqualTo(2);
        assertThat(bcf.shows("/milestones").getString("items[16].forecast"))
                .isEqualTo("2015-01-28");
        assertThat(bcf.shows("/milestones").getString("items[21].achievedOn"))
                .isEqualTo("2015-03-20");

        bcf.secretary
                .postCsv(fund.path("/milestones"), edited)
                .statusCode(412)
                .body("code", equalTo("STALE_ROWS"))
                .body("rows.line", contains(18, 23))
                .body("rows.version", contains(0, 0))
                .body("rows.current", contains(1, 1));
        var ofThen = bcf.secretary.read(fund.path("/milestones?on=2014-05-14"), "text/csv");
        bcf.secretary.postCsv(fund.path("/milestones"), ofThen).statusCode(412);
    }

    @Test
    @Tag("G48")
    void theReasonOfTheLastStepIsNoneOfTheNextAndNoEditIsSwallowed() {
        bcf.sends("title,forecast,plannedOn\nDraft agreement,2014-06-30,2014-05-14\n");
        fund.moves(1, "2014-07-31", "2014-06-02");

        bcf.sends(
                fund.sheet().replace("2014-07,", "2014-08,").replace("2014-07-31,", "2014-08-31,"));
        assertThat(bcf.shows("/milestones").getList("items[0].history.note"))
                .containsExactly(null, "Allocated in parts", "Changed in a spreadsheet");
        fund.moves(
                1,
                "2014-09-30",
                bcf.shows("/milestones").getString("items[0].history[2].effectiveOn"));
        bcf.secretary
                .postCsv(fund.path("/milestones"), fund.sheet().replace(",PLANNED,", ",CANCELLED,"))
                .statusCode(422)
                .body("rows.code", contains("CANCELLED_WITHOUT_NOTE"));
        bcf.secretary
                .postCsv(
                        fund.path("/milestones"),
                        fund.sheet().replace(",PLANNED,,Allocated in parts", ",PLANNED,,For money"))
                .statusCode(422)
                .body("rows.code", contains("NOT_IN_A_SPREADSHEET"));
        bcf.secretary
                .postCsv(
                        fund.path("/milestones"),
                        fund.sheet().replace(",PLANNED,,", ",PLANNED,2014-07-01,"))
                .statusCode(422)
                .body("rows.code", contains("NOT_IN_A_SPREADSHEET"));
    }

    @Test
    @Tag("G48")
    void everyRowAtFaultIsNamedByItsLineAndNothingIsRecorded() {
        bcf.secretary
                .postCsv(
                        fund.path("/milestones"),
                        """
                        title,area,forecast,predecessors,objectives,state,plannedOn
                        Right,,2015-03,,,,
                        Of no area,Estates,,,,,
                        Of no date,,soon,,,,
                        Of no objective,,,,3,,
                        After nothing,,,#9 1,,,
                        Cancelled,,,,,CANCELLED,
                        Ahead of time,,,,,,2999-01-01
                        """)
                .statusCode(422)
                .body("code", equalTo("ROWS_REFUSED"))
                .body("rows.line", contains(3, 4, 5, 8))
                .body(
                        "rows.code",
                        contains(
                                "UNKNOWN_AREA",
                                "FORECAST_NOT_A_DATE",
                                "UNKNOWN_OBJECTIVE",
                                "IN_THE_FUTURE"));
        bcf.secretary
                .postCsv(
                        fund.path("/milestones"),
                        """
                        title,predecessors,state
                        After nothing,#9 1,
                        After one unknown,NO-SUCH-M1 0,
                        """)
                .statusCode(422)
                .body("rows.line", contains(2, 3))
                .body("rows.code", contains("UNKNOWN_PREDECESSOR", "NOT_FOUND"));
        bcf.secretary
                .postCsv(fund.path("/milestones"), "title,state\nCancelled,CANCELLED\n")
                .statusCode(422)
                .body("rows.code", contains("CANCELLED_WITHOUT_NOTE"));
        bcf.secretary
                .postCsv(fund.path("/milestones"), "title,predecessors,owner\nA,M1+28,B\n")
                .statusCode(400)
                .body("code", equalTo("MALFORMED"));
        assertThat(bcf.shows("/milestones").getList("items")).isEmpty();
    }

    @Test
    @Tag("G48")
    void aRowOfAnotherPlanOrNamedTwiceOrTakenBackIsRefused() {
        bcf.sends("title,state\nOne,IN_PROGRESS\n");
        var other = BetterCareFund.another();
        var row = "reference,version,title,state,plannedOn\n%s,1,One,%s,%s\n";

        other.secretary
                .postCsv(
                        "/plans/%s/milestones".formatted(other.reference),
                        row.formatted(bcf.milestone(1), "", ""))
                .statusCode(422)
                .body("rows.code", contains("OF_ANOTHER_PLAN"));
        bcf.secretary
                .postCsv(
                        fund.path("/milestones"),
                        row.formatted(bcf.milestone(1), "", "")
                                + "%s,1,One,,\n".formatted(bcf.milestone(1)))
                .statusCode(422)
                .body("rows.line", contains(3))
                .body("rows.code", contains("MILESTONE_NAMED_TWICE"));
        bcf.secretary
                .postCsv(fund.path("/milestones"), row.formatted(bcf.milestone(1), "PLANNED", ""))
                .statusCode(422)
                .body("rows.code", contains("NOT_IN_A_SPREADSHEET"));
        bcf.secretary
                .postCsv(
                        fund.path("/milestones"), row.formatted(bcf.milestone(1), "", "2014-05-01"))
                .statusCode(422)
                .body("rows.code", contains("PLANNED_THEN"));
    }

    /// The day a sheet is sent is the day from which what it says is so.
    @Test
    @Tag("G46")
    void whatAMilestoneWaitsForItsAreaAndItsDeadlineAreShownAsTheyWereOnTheDay() {
        var dated =
                ThePlan.of("MCR-DATED", Locality.MANCHESTER)
                        .made(
                                "2014-05-14",
                                "\"areas\": [{\"title\": \"One\"}, {\"title\": \"Two\"}]");
        dated.sends(
                """
                title,area,forecast,deadline,predecessors,plannedOn
                Drafted,One,2099-01-10,,,2014-05-14
                Agreed,One,2099-01-10,2099-02-01,#2 14,2014-05-14
                """);

        dated.sends(
                """
                reference,version,title,area,forecast,deadline,predecessors
                %s,%d,Agreed,Two,2099-01-10,2099-04-01,%s 60
                """
                        .formatted(
                                dated.milestone(2),
                                dated.shows("/milestones").getInt("items[1].version"),
                                dated.milestone(1)));

        var then = dated.shows("/schedule?on=2014-06-01");
        assertThat(then.getString("milestones[1].early")).isEqualTo("2099-01-24");
        assertThat(then.getString("milestones[1].deadline")).isEqualTo("2099-02-01");
        assertThat(then.getInt("milestones[1].floatDays")).isEqualTo(8);
        assertThat(then.getInt("milestones[1].predecessors[0].lagDays")).isEqualTo(14);
        assertThat(dated.shows("/milestones?on=2014-06-01").getString("items[1].area"))
                .isEqualTo("One");
        assertThat(dated.shows("?on=2014-06-01").getList("areas.milestones")).containsExactly(2, 0);
        var now = dated.shows("/schedule");
        assertThat(now.getString("milestones[1].early")).isEqualTo("2099-03-11");
        assertThat(now.getString("milestones[1].deadline")).isEqualTo("2099-04-01");
        assertThat(now.getInt("milestones[1].floatDays")).isEqualTo(21);
        assertThat(dated.shows("").getList("areas.milestones")).containsExactly(1, 1);

        fund.baseline(dated, "As it was", fund.decided("plan", dated.reference), "2014-06-01")
                .statusCode(201)
                .body("days.baselineOn", contains("2099-01-10", "2099-01-24"));
    }
}
