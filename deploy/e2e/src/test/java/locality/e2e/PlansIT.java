package locality.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What the demo shows of what is to be reached by when, and of what a slip moves.
@Order(DemoJourney.LAST)
class PlansIT extends DemoJourney {

    @Test
    @Tag("G41")
    void rochdalesActionPlanHas21OpenAnd10ClosedActionsAndNineAreOverdueInOctober() {
        assertThat(rochdale.get("/plans/RCH-ACTION-PLAN/actions?on=2018-05-14").getMap("counts"))
                .containsOnly(
                        entry("open", 21),
                        entry("closed", 10),
                        entry("due", 9),
                        entry("overdue", 0),
                        entry("ongoing", 11),
                        entry("undated", 1));
        var october = rochdale.get("/plans/RCH-ACTION-PLAN/actions?on=2018-10-01");
        assertThat(october.getInt("counts.open")).isEqualTo(21);
        assertThat(october.getInt("counts.overdue")).isEqualTo(9);
        assertThat(october.<Integer>getList("areas.counts.open")).containsExactly(8, 5, 1, 7);
        assertThat(october.<Integer>getList("areas.counts.closed")).containsExactly(4, 4, 2, 0);
    }

    @Test
    @Tag("G46")
    @Tag("G47")
    @Tag("G53")
    @Tag("G55")
    void oldhamsTimelineHasItsWorkstreamsDesignAreasObjectivesAndInterdependencies() {
        var plan = oldham.get("/plans/OLD-ICS?on=2021-06-09");
        assertThat(plan.<String>getList("areas.findAll { it.kind == 'WORKSTREAM' }.title"))
                .containsExactly("System development", "Provider delivery design");
        assertThat(plan.getList("areas.findAll { it.partOf == 3 }")).hasSize(5);
        assertThat(plan.getList("areas.findAll { it.partOf == 9 }")).hasSize(5);
        assertThat(plan.getList("objectives")).hasSize(12);
        assertThat(dependencies(plan, "System development")).hasSize(8);
        assertThat(dependencies(plan, "Provider delivery design")).hasSize(10);
        assertThat(
                        plan.<String>getList(
                                "interdependencies.find { it.title == 'Regulatory changes'"
                                        + " }.sharedWith"))
                .containsExactly("Provider delivery design");

        var timeline = oldham.get("/plans/OLD-ICS/milestones?on=2021-06-09");
        assertThat(timeline.<String>getList("items.forecast"))
                .containsExactly(
                        null, null, "2021-06-11", "2021-06-18", "2021-07", "2021-08", "2021-09");
        assertThat(timeline.<String>getList("items.state"))
                .startsWith("ACHIEVED", "ACHIEVED", "PLANNED");
        assertThat(
                        oldham.get("/plans/OLD-ICS/objectives?on=2021-06-09")
                                .<String>getList("items[3].milestones.reference"))
                .containsExactly("OLD-ICS-M6");
        assertThat(oldham.get("/principles?locality=E08000004&register=DESIGN").getList("items"))
                .hasSize(13);
        assertThat(
                        oldham.get("/register-entries?locality=E08000004&kind=DEPENDENCY")
                                .<String>getList("items.dependsOn.type"))
                .containsExactly("guidance", "guidance", "guidance", "guidance");
    }

    private static List<Object> dependencies(JsonPath plan, String area) {
        return plan.getList("interdependencies.findAll { it.area == '%s' }".formatted(area));
    }

    @Test
    @Tag("G46")
    void aSlipOfTwentyDaysMovesTheAgreementByFiveTheSection75ByTwoAndTheBoardByNone() {
        var twenty = slip("2021-07-08");
        assertThat(twenty.<String>getList("followers.milestone"))
                .containsExactly("OLD-ICS-M5", "OLD-ICS-M6", "OLD-ICS-M7");
        assertThat(twenty.<Integer>getList("followers.days")).containsExactly(5, 2, 0);
        assertThat(twenty.getInt("moved")).isEqualTo(2);
        var fourteen = slip("2021-07-02");
        assertThat(fourteen.getInt("moved")).isZero();
        assertThat(fourteen.<Integer>getList("followers.days")).containsExactly(0, 0, 0);
        assertThat(oldham.get("/milestones/OLD-ICS-M4").getString("forecast"))
                .isEqualTo("2021-06-18");
    }

    private static JsonPath slip(String forecast) {
        return oldham.post(
                "/milestones/OLD-ICS-M4/forecast?dryRun=true",
                """
                {"forecast": "%s", "reason": "Leave of reviewers", "effectiveOn": "2021-06-16"}
                """
                        .formatted(forecast));
    }

    @Test
    @Tag("G46")
    void aScheduleOfMilestonesThatNobodyKeepsIsCalculated() {
        var schedule =
                oldham.post(
                        "/schedules",
                        """
                        {"milestones": [
                          {"id": "Reviews", "forecast": "2021-07-08", "baseline": "2021-06-18"},
                          {"id": "Agreement", "forecast": "2021-07-31",
                           "predecessors": [{"id": "Reviews", "lagDays": 28}]},
                          {"id": "Section 75", "forecast": "2021-08-31", "deadline": "2021-08-31",
                           "predecessors": [{"id": "Agreement", "lagDays": 28}]},
                          {"id": "Board", "forecast": "2021-09-30",
                           "predecessors": [{"id": "Section 75", "lagDays": 0}]}]}
                        """);
        assertThat(schedule.getString("end")).isEqualTo("2021-09-30");
        assertThat(schedule.<String>getList("milestones.early"))
                .containsExactly("2021-07-08", "2021-08-05", "2021-09-02", "2021-09-30");
        assertThat(schedule.<String>getList("milestones.late"))
                .containsExactly("2021-07-06", "2021-08-03", "2021-08-31", "2021-09-30");
        assertThat(schedule.<Integer>getList("milestones.floatDays"))
                .containsExactly(-2, -2, -2, 0);
        assertThat(schedule.<Boolean>getList("milestones.critical"))
                .containsExactly(true, true, true, false);
        assertThat(schedule.getInt("milestones[0].slippageDays")).isEqualTo(20);

        var circle =
                oldham.refused(
                        "/schedules",
                        """
                        {"milestones": [
                          {"id": "A", "forecast": "2021-07-08",
                           "predecessors": [{"id": "B", "lagDays": -3}]},
                          {"id": "B", "forecast": "2021-07-31",
                           "predecessors": [{"id": "A", "lagDays": 3}]}]}
                        """);
        assertThat(circle.getString("code")).isEqualTo("MILESTONES_CIRCULAR");
        assertThat(circle.<String>getList("circle")).contains("A", "B");
    }

    @Test
    @Tag("G29")
    @Tag("G48")
    void manchesters24MilestonesWaitForEachOtherAndTheSection75IsSignedTwice() {
        var milestones = manchester.get("/plans/MCR-BCF/milestones?on=2014-05-14&limit=100");
        assertThat(milestones.getList("items")).hasSize(24);
        assertThat(milestones.getList("items.predecessors.flatten()")).hasSize(22);
        assertThat(milestones.<String>getList("items[23].predecessors.milestone"))
                .containsExactly("MCR-BCF-M17", "MCR-BCF-M21", "MCR-BCF-M22", "MCR-BCF-M23");
        assertThat(milestones.<String>getList("items.earlyOn"))
                .isEqualTo(milestones.<String>getList("items.forecastOn"));
        assertThat(
                        manchester
                                .get("/plans/MCR-BCF/findings?on=2014-05-14")
                                .<List<String>>getList(
                                        "items.findAll { it.kind == 'MILESTONE_TWICE'"
                                                + " }.milestones"))
                .containsExactly(List.of("MCR-BCF-M18", "MCR-BCF-M23"));

        Map.of(
                        "2014-07-01", "DRAFT",
                        "2015-01-20", "FOR_RATIFICATION",
                        "2015-03-31", "RATIFIED",
                        "2015-04-01", "IN_FORCE")
                .forEach(
                        (day, state) ->
                                assertThat(
                                                manchester
                                                        .get("/agreements/MCR-S75?on=" + day)
                                                        .getString("state"))
                                        .as(day)
                                        .isEqualTo(state));
    }
}
