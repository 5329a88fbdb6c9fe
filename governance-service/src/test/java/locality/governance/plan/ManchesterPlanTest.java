package locality.governance.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import locality.governance.story.Manchester;
import locality.governance.story.Told;
import locality.platform.place.Locality;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The milestones of Manchester's Better Care Fund (*Living Longer, Living Better: Progress
/// Update*, 2014, 3.6), baselines by decision of a board, and the priorities of 2016 without a
/// plan.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class ManchesterPlanTest {

    private static final String MILESTONES =
            """
            title,forecast,plannedOn
            New care models for two remaining priority groups,2014-05-31,2014-05-14
            Updated criteria and governance for business cases agreed,2014-05-31,2014-05-14
            Draft s75 Partnership Agreement incl. risk management,2014-06-30,2014-05-14
            Outline business cases for next wave,2014-06-30,2014-05-14
            HWBB review outline cases,2014-06-30,2014-05-14
            Operation of LDF agreed incl. evaluation and decommissioning,2014-06-30,2014-05-14
            Full business cases developed,2014-07-31,2014-05-14
            Draft locality evaluation reports to HWBB,2014-07-31,2014-05-14
            HWBB considers evaluation/CBA: continue or exit,2014-08-31,2014-05-14
            HWBB reviews FBCs and approves wave two,2014-08-31,2014-05-14
            Outline expenditure plans updated,2014-08-31,2014-05-14
            Commissioning intentions confirmed to providers,2014-09-30,2014-05-14
            Changes in commissioning arrangements notified (MCC host),2014-09-30,2014-05-14
            Outline expenditure plans revised,2014-09-30,2014-05-14
            "Contractual changes confirmed, contract documentation drafted",2015-03,2014-05-14
            Financial and activity baselines agreed in principle,2015-03,2014-05-14
            Payment arrangements confirmed,2015-03,2014-05-14
            s75 Partnership Agreement signed,2015-03,2014-05-14
            2015/16 BCF financial plans drafted to HWBB,2015-03,2014-05-14
            s75 submitted for final scrutiny,2015-03,2014-05-14
            Draft and final financial plans approved by HWBB,2015-03-25,2014-05-14
            Contracts formally signed,2015-03-25,2014-05-14
            s75 Partnership Agreement signed,2015-03-25,2014-05-14
            Local Development Fund live,2015-04-01,2014-05-14
            """;

    @Inject AgroalDataSource database;

    private Manchester manchester;
    private ThePlan bcf;

    @BeforeEach
    void thereIsManchester() {
        manchester = Manchester.in2014();
        bcf = ThePlan.of("MCR-BCF", Locality.MANCHESTER).made("2014-05-14", "");
    }

    @Test
    @Tag("G48")
    void twentyFourMilestonesLoadAndTheSection75IsFoundSignedTwice() {
        assertThat(bcf.sends(MILESTONES).getInt("planned")).isEqualTo(24);

        assertThat(bcf.shows("/milestones").getList("items")).hasSize(24);
        assertThat(bcf.shows("/milestones?limit=10").getString("next"))
                .isEqualTo(bcf.milestone(10));
        assertThat(
                        bcf.shows("/milestones?limit=20&after=" + bcf.milestone(10))
                                .getList("items.reference"))
                .hasSize(14)
                .startsWith(bcf.milestone(11));
        bcf.secretary.get(path("/milestones?after=MCR-BCF-M0")).statusCode(404);
        var findings = bcf.shows("/findings?on=2014-05-14");
        assertThat(findings.getList("items.kind")).containsExactly("MILESTONE_TWICE");
        assertThat(findings.getString("items[0].inWords"))
                .isEqualTo(
                        "\"s75 Partnership Agreement signed\" stands there 2 times:"
                                + " %s by 2015-03; %s by 2015-03-25"
                                        .formatted(bcf.milestone(18), bcf.milestone(23)));
        assertThat(bcf.shows("?on=2014-07-01").getInt("milestones.overdue")).isEqualTo(6);
    }

    @Test
    @Tag("G48")
    void whatIsExportedEditedAndSentBackUpdatesWhatChanged() {
        bcf.sends(MILESTONES);
        var sheet = sheet();

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
                                .postCsv(path("/milestones?dryRun=true"), edited)
                                .statusCode(200)
                                .extract()
                                .jsonPath()
                                .getMap(""))
                .containsEntry("changed", 2)
                .containsEntry("dryRun", true);
        assertThat(sheet()).isEqualTo(sheet);
        assertThat(bcf.sends(edited).getInt("changed")).isEqualTo(2);
        assertThat(bcf.shows("/milestones").getString("items[16].forecast"))
                .isEqualTo("2015-01-28");
        assertThat(bcf.shows("/milestones").getString("items[21].achievedOn"))
                .isEqualTo("2015-03-20");

        bcf.secretary
                .postCsv(path("/milestones"), edited)
                .statusCode(412)
                .body("code", equalTo("STALE_ROWS"))
                .body("rows.line", contains(18, 23))
                .body("rows.version", contains(0, 0))
                .body("rows.current", contains(1, 1));
        var ofThen = bcf.secretary.read(path("/milestones?on=2014-05-14"), "text/csv");
        bcf.secretary.postCsv(path("/milestones"), ofThen).statusCode(412);
    }

    @Test
    @Tag("G48")
    void theReasonOfTheLastStepIsNoneOfTheNextAndNoEditIsSwallowed() {
        bcf.sends("title,forecast,plannedOn\nDraft agreement,2014-06-30,2014-05-14\n");
        moves(1, "2014-07-31", "2014-06-02");

        bcf.sends(sheet().replace("2014-07,", "2014-08,").replace("2014-07-31,", "2014-08-31,"));
        assertThat(bcf.shows("/milestones").getList("items[0].history.note"))
                .containsExactly(null, "Allocated in parts", "Changed in a spreadsheet");
        moves(
                1,
                "2014-09-30",
                bcf.shows("/milestones").getString("items[0].history[2].effectiveOn"));
        bcf.secretary
                .postCsv(path("/milestones"), sheet().replace(",PLANNED,", ",CANCELLED,"))
                .statusCode(422)
                .body("rows.code", contains("CANCELLED_WITHOUT_NOTE"));
        bcf.secretary
                .postCsv(
                        path("/milestones"),
                        sheet().replace(",PLANNED,,Allocated in parts", ",PLANNED,,For money"))
                .statusCode(422)
                .body("rows.code", contains("NOT_IN_A_SPREADSHEET"));
        bcf.secretary
                .postCsv(path("/milestones"), sheet().replace(",PLANNED,,", ",PLANNED,2014-07-01,"))
                .statusCode(422)
                .body("rows.code", contains("NOT_IN_A_SPREADSHEET"));
    }

    /// What waits for what is ours (illustrative): outline cases are reviewed, become full ones and
    /// are approved; the agreement is drafted, scrutinised and signed before the fund is live.
    @Test
    @Tag("G48")
    void withTheirDependenciesTheWayOfTheAgreementToTheLiveFundIsCritical() {
        bcf.sends(MILESTONES);
        var waits = Map.of(5, "4 0", 7, "5 28", 10, "7 14", 20, "3 60", 23, "20 -6", 24, "23 7");
        var rows =
                bcf.shows("/milestones").<Map<String, Object>>getList("items").stream()
                        .map(
                                one ->
                                        "%s,%s,\"%s\",%s"
                                                .formatted(
                                                        one.get("reference"),
                                                        one.get("version"),
                                                        one.get("title"),
                                                        waitsFor(waits, one)))
                        .collect(
                                Collectors.joining(
                                        "\n", "reference,version,title,predecessors\n", "\n"));
        assertThat(bcf.sends(rows).getInt("changed")).isEqualTo(6);

        var schedule = bcf.shows("/schedule?on=2014-05-14");
        assertThat(schedule.getString("end")).isEqualTo("2015-04-01");
        assertThat(schedule.getList("milestones.findAll { it.critical }.reference"))
                .containsExactly(bcf.milestone(20), bcf.milestone(23), bcf.milestone(24));
        bcf.secretary
                .does(
                        "/milestones/%s/forecast?dryRun=true".formatted(bcf.milestone(20)),
                        """
                        {"forecast": "2015-04-10", "reason": "Scrutiny waits",
                         "effectiveOn": "2014-05-14"}
                        """)
                .body("followers.milestone", contains(bcf.milestone(23), bcf.milestone(24)))
                .body("followers.days", contains(10, 10));
    }

    private String waitsFor(Map<Integer, String> waits, Map<String, Object> milestone) {
        var reference = String.valueOf(milestone.get("reference"));
        return waits.entrySet().stream()
                .filter(one -> bcf.milestone(one.getKey()).equals(reference))
                .map(one -> "%s-M%s".formatted(bcf.reference, one.getValue()))
                .findFirst()
                .orElse("");
    }

    @Test
    @Tag("G48")
    void everyRowAtFaultIsNamedByItsLineAndNothingIsRecorded() {
        bcf.secretary
                .postCsv(
                        path("/milestones"),
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
                        path("/milestones"),
                        """
                        title,predecessors,state
                        After nothing,#9 1,
                        After one unknown,NO-SUCH-M1 0,
                        """)
                .statusCode(422)
                .body("rows.line", contains(2, 3))
                .body("rows.code", contains("UNKNOWN_PREDECESSOR", "NOT_FOUND"));
        bcf.secretary
                .postCsv(path("/milestones"), "title,state\nCancelled,CANCELLED\n")
                .statusCode(422)
                .body("rows.code", contains("CANCELLED_WITHOUT_NOTE"));
        bcf.secretary
                .postCsv(path("/milestones"), "title,predecessors,owner\nA,M1+28,B\n")
                .statusCode(400)
                .body("code", equalTo("MALFORMED"));
        assertThat(bcf.shows("/milestones").getList("items")).isEmpty();
    }

    @Test
    @Tag("G48")
    void aRowOfAnotherPlanOrNamedTwiceOrTakenBackIsRefused() {
        bcf.sends("title,state\nOne,IN_PROGRESS\n");
        var other = ThePlan.of("MCR-BCF", Locality.MANCHESTER).made("2014-05-14", "");
        var row = "reference,version,title,state,plannedOn\n%s,1,One,%s,%s\n";

        other.secretary
                .postCsv(
                        "/plans/%s/milestones".formatted(other.reference),
                        row.formatted(bcf.milestone(1), "", ""))
                .statusCode(422)
                .body("rows.code", contains("OF_ANOTHER_PLAN"));
        bcf.secretary
                .postCsv(
                        path("/milestones"),
                        row.formatted(bcf.milestone(1), "", "")
                                + "%s,1,One,,\n".formatted(bcf.milestone(1)))
                .statusCode(422)
                .body("rows.line", contains(3))
                .body("rows.code", contains("MILESTONE_NAMED_TWICE"));
        bcf.secretary
                .postCsv(path("/milestones"), row.formatted(bcf.milestone(1), "PLANNED", ""))
                .statusCode(422)
                .body("rows.code", contains("NOT_IN_A_SPREADSHEET"));
        bcf.secretary
                .postCsv(path("/milestones"), row.formatted(bcf.milestone(1), "", "2014-05-01"))
                .statusCode(422)
                .body("rows.code", contains("PLANNED_THEN"));
    }

    @Test
    @Tag("G46")
    void eachBaselineIsSetByADecisionAboutThePlanAndEveryOneIsKept() {
        bcf.sends(MILESTONES);
        var first = decided("plan", bcf.reference);

        baseline("First", first, "2014-05-14")
                .statusCode(201)
                .body("number", equalTo(1))
                .body("decision", equalTo(first))
                .body("days", hasSize(24));
        moves(24, "2015-06-01", "2014-06-02");
        baseline("First", decided("plan", bcf.reference), "2014-06-03")
                .statusCode(409)
                .body("code", equalTo("BASELINE_NAME_TAKEN"));
        baseline("Second", first, "2014-06-03")
                .statusCode(422)
                .body("code", equalTo("BASELINE_DECISION_NOT_VALID"))
                .body("baseline", equalTo("First"));
        baseline("Second", decided("plan", bcf.reference), "2014-06-03")
                .statusCode(201)
                .body("number", equalTo(2));

        assertThat(slippage("?on=2014-06-02")).isEqualTo(61);
        assertThat(slippage("?on=2014-06-04")).isZero();
        assertThat(slippage("?on=2014-06-04&baseline=First")).isEqualTo(61);
        assertThat(bcf.shows("/milestones?on=2014-06-04").getString("items[23].forecast"))
                .isEqualTo("2015-06-01");
        assertThat(bcf.shows("?on=2014-06-04&baseline=First").getInt("milestones.slipped"))
                .isEqualTo(1);
        assertThat(bcf.shows("/baselines").getList("items.name"))
                .containsExactly("First", "Second");
        assertThat(bcf.shows("").getList("baselines.name")).containsExactly("First", "Second");
        assertThat(bcf.shows("/baselines?limit=1").getString("next")).isEqualTo("1");
        bcf.secretary.get(path("?baseline=Third")).statusCode(404);
        assertThat(Told.of(database, bcf.shows("").getString("id")))
                .extracting(told -> told.data().getString("baseline"))
                .containsExactly(null, "First", "Second");
        var live = Told.of(database, bcf.shows("/milestones").getString("items[23].id"));
        assertThat(live)
                .extracting(told -> told.data().getString("baselineOn"))
                .containsExactly(null, "2015-04-01", "2015-04-01", "2015-06-01");
        assertThat(live)
                .extracting(told -> told.data().getString("effectiveOn"))
                .containsExactly("2014-05-14", "2014-05-14", "2014-06-02", "2014-06-03");
    }

    @Test
    @Tag("G46")
    void whatIsNoDecisionAboutThePlanSetsNothing() {
        bcf.sends(MILESTONES);

        baseline("First", decided("plan", "MCR-OTHER"), "2014-05-14")
                .statusCode(422)
                .body("code", equalTo("BASELINE_DECISION_NOT_VALID"))
                .body("subject", equalTo("plan MCR-OTHER"))
                .body("plan", equalTo(bcf.reference));
        baseline("First", decided("plan", bcf.reference), "2014-05-13")
                .statusCode(422)
                .body("takenOn", equalTo("2014-05-14"))
                .body("setOn", equalTo("2014-05-13"));
        baseline("First", "NO-SUCH/1", "2014-05-14").statusCode(404);
        baseline("First", decided("plan", bcf.reference), "2999-01-01")
                .statusCode(422)
                .body("code", equalTo("IN_THE_FUTURE"));
        assertThat(bcf.shows("").getList("baselines")).isEmpty();
        assertThat(bcf.shows("/milestones").getList("items.slippageDays")).containsOnlyNulls();
    }

    @Test
    @Tag("G46")
    void whatABaselineFixedAndWhatAForecastWasCannotBeChangedInTheDatabaseEither() {
        bcf.sends(MILESTONES);
        baseline("First", decided("plan", bcf.reference), "2014-05-14").statusCode(201);

        for (var change :
                List.of(
                        "update baseline set name = 'Another'",
                        "delete from baseline_milestone",
                        "update milestone_step set forecast_on = '2099-12-31'")) {
            assertThatThrownBy(() -> execute(change)).as(change).isInstanceOf(SQLException.class);
        }
        assertThatThrownBy(
                        () ->
                                execute(
                                        """
                                        insert into milestone_predecessor
                                        select id, id, reference, 0 from milestone
                                        """))
                .hasMessageContaining("milestone_does_not_wait_for_itself");
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    @Test
    @Tag("G49")
    void threePrioritiesOfNineHaveNoBaselinedPlan() {
        var priorities =
                List.of(
                        "Public Health",
                        "Primary Care",
                        "Cancer",
                        "Mental Health",
                        "Learning Disability",
                        "Children",
                        "Home and Residential Care",
                        "Housing",
                        "Estates");
        var plan =
                ThePlan.of("MCR-IP", Locality.MANCHESTER)
                        .made(
                                "2016-06-08",
                                "\"areas\": [%s]"
                                        .formatted(
                                                priorities.stream()
                                                        .map(ManchesterPlanTest::priority)
                                                        .collect(Collectors.joining(","))));
        var without = List.of("Primary Care", "Learning Disability", "Home and Residential Care");
        plan.sends(
                priorities.stream()
                        .filter(one -> !without.contains(one))
                        .map(one -> "Milestone of %s,%s,2016-09,2016-06-08".formatted(one, one))
                        .collect(
                                Collectors.joining("\n", "title,area,forecast,plannedOn\n", "\n")));
        assertThat(withoutPlan(plan)).hasSize(9);
        plan.secretary
                .post(
                        "/plans/%s/baselines".formatted(plan.reference),
                        baselineBody("First", decided("plan", plan.reference), "2016-06-08"))
                .statusCode(201);
        plan.sends("title,area,plannedOn\nA beginning,Primary Care,2016-06-09\n");

        assertThat(withoutPlan(plan)).isEqualTo(without);
        assertThat(
                        plan.shows("/findings?on=2016-06-09")
                                .getList(
                                        "items.findAll { it.kind == 'PRIORITY_WITHOUT_BASELINE'"
                                                + " }.area"))
                .isEqualTo(without);
        assertThat(plan.secretary.read("/priorities?baselined=false&on=2016-06-09", "text/csv"))
                .contains(plan.reference + ",2,Primary Care,E08000003,1,0,false");
    }

    @Test
    @Tag("G48")
    void aMilestoneIsAchievedWithWhatShowsItOrCancelledForAReason() {
        bcf.sends(MILESTONES);

        bcf.secretary
                .does(
                        "/milestones/%s/achieve".formatted(bcf.milestone(3)),
                        """
                        {"note": "Drafted", "evidence": "HWBB item 4", "effectiveOn": "2014-07-04"}
                        """)
                .body("state", equalTo("ACHIEVED"))
                .body("achievedOn", equalTo("2014-07-04"))
                .body("earlyOn", equalTo("2014-07-04"))
                .body("history[1].evidence", equalTo("HWBB item 4"));
        bcf.secretary
                .does(
                        "/milestones/%s/cancel".formatted(bcf.milestone(18)),
                        "{\"reason\": \"Stands there twice\", \"effectiveOn\": \"2014-07-04\"}")
                .body("state", equalTo("CANCELLED"))
                .body("earlyOn", nullValue());
        assertThat(bcf.shows("/findings?on=2014-07-04").getList("items")).isEmpty();
        bcf.secretary
                .post("/milestones/%s/start".formatted(bcf.milestone(18)), "{}")
                .statusCode(409)
                .body("code", equalTo("ILLEGAL_TRANSITION"));
        bcf.secretary
                .post(
                        "/milestones/%s/achieve".formatted(bcf.milestone(4)),
                        "{\"effectiveOn\": \"2999-01-01\"}")
                .statusCode(422)
                .body("code", equalTo("IN_THE_FUTURE"))
                .body("field", equalTo("effectiveOn"));
        bcf.secretary
                .get("/milestones/%s?on=2014-05-13".formatted(bcf.milestone(4)))
                .statusCode(404);
    }

    private static String priority(String title) {
        return "{\"title\": \"%s\", \"kind\": \"PRIORITY\"}".formatted(title);
    }

    private List<String> withoutPlan(ThePlan plan) {
        return plan.secretary
                .get("/priorities?locality=E08000003&baselined=false&on=2016-06-09&limit=1000")
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.findAll { it.plan == '%s' }.priority".formatted(plan.reference));
    }

    private int slippage(String query) {
        return bcf.shows("/milestones" + query).getInt("items[23].slippageDays");
    }

    private void moves(int number, String forecast, String on) {
        bcf.secretary.does(
                "/milestones/%s/forecast".formatted(bcf.milestone(number)),
                """
                {"forecast": "%s", "reason": "Allocated in parts", "effectiveOn": "%s"}
                """
                        .formatted(forecast, on));
    }

    private ValidatableResponse baseline(String name, String decision, String setOn) {
        return bcf.secretary.post(path("/baselines"), baselineBody(name, decision, setOn));
    }

    private static String baselineBody(String name, String decision, String setOn) {
        return """
        {"name": "%s", "decision": "%s", "setOn": "%s"}
        """
                .formatted(name, decision, setOn);
    }

    /// A decision of the governing body in effect from 14 May 2014.
    private String decided(String subjectType, String subject) {
        var meeting = manchester.meets(manchester.governingBody);
        int item =
                manchester
                        .secretary
                        .does(
                                "/meetings/%s/items".formatted(meeting),
                                """
                                {"title": "Baseline of the plan",
                                 "decision": {"type": "APPROVE", "function": "pooled-budget",
                                              "valuePence": 100, "basis": "POOLED",
                                              "owners": [{"organisation": "%s"}],
                                              "subject": {"type": "%s", "id": "%s"}}}
                                """
                                        .formatted(manchester.ccg, subjectType, subject))
                        .extract()
                        .path("number");
        manchester.attend(meeting, 4);
        manchester.vote(meeting, item, Manchester.all(4, "FOR"));
        assertThat(manchester.outcome(meeting, item).getString("state")).isEqualTo("IN_EFFECT");
        return meeting + "/" + item;
    }

    private String sheet() {
        return bcf.secretary.read(path("/milestones"), "text/csv");
    }

    private String path(String what) {
        return "/plans/%s%s".formatted(bcf.reference, what);
    }
}
