package locality.governance.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import locality.platform.place.Locality;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The milestones of Manchester's Better Care Fund (*Living Longer, Living Better: Progress
/// Update*, 2014, 3.6) with what they wait for, and the priorities of 2016 without a plan.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class ManchesterPlanTest {

    private BetterCareFund fund;
    private ThePlan bcf;

    @BeforeEach
    void thereIsManchester() {
        fund = BetterCareFund.in2014();
        bcf = fund.plan;
    }

    @Test
    @Tag("G48")
    void twentyFourMilestonesLoadAndTheSection75IsFoundSignedTwice() {
        assertThat(bcf.sends(BetterCareFund.MILESTONES).getInt("planned")).isEqualTo(24);

        assertThat(bcf.shows("/milestones").getList("items")).hasSize(24);
        assertThat(bcf.shows("/milestones?limit=10").getString("next"))
                .isEqualTo(bcf.milestone(10));
        assertThat(
                        bcf.shows("/milestones?limit=20&after=" + bcf.milestone(10))
                                .getList("items.reference"))
                .hasSize(14)
                .startsWith(bcf.milestone(11));
        bcf.secretary.get(fund.path("/milestones?after=MCR-BCF-M0")).statusCode(404);
        var findings = bcf.shows("/findings?on=2014-05-14");
        assertThat(findings.getList("items.kind")).containsExactly("MILESTONE_TWICE");
        assertThat(findings.getString("items[0].inWords"))
                .isEqualTo(
                        "\"s75 Partnership Agreement signed\" stands there 2 times:"
                                + " %s by 2015-03; %s by 2015-03-25"
                                        .formatted(bcf.milestone(18), bcf.milestone(23)));
        assertThat(bcf.shows("?on=2014-07-01").getInt("milestones.overdue")).isEqualTo(6);
    }

    /// What waits for what is ours (illustrative): outline cases are reviewed, become full ones and
    /// are approved; the agreement is drafted, scrutinised and signed before the fund is live.
    @Test
    @Tag("G48")
    void withTheirDependenciesTheWayOfTheAgreementToTheLiveFundIsCritical() {
        bcf.sends(BetterCareFund.MILESTONES);
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

        var schedule = bcf.shows("/schedule");
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
        assertThat(bcf.shows("/schedule?on=2014-05-14").getList("milestones.predecessors"))
                .as("what waits for what is so from the day it is said")
                .hasSize(24)
                .containsOnly(List.of());
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
        fund.baseline(plan, "First", fund.decided("plan", plan.reference), "2016-06-08")
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
        bcf.sends(BetterCareFund.MILESTONES);

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
}
