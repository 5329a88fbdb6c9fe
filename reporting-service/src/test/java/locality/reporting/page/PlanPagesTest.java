package locality.reporting.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Milestones, slippage and the drawing on the plan page.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class PlanPagesTest extends PartnershipOfBolton {

    @Test
    @Tag("G44")
    @Tag("G46")
    void showsMilestonesByQuarterWithTheirSlippageAgainstTheBaselineThatHeld() {
        assertThat(milestones("2018-05-01", "April to June 2018").getFirst())
                .contains("Contract review", "June 2018 30 June 2018 As planned Planned");
        assertThat(milestones("2018-07-02", "July to September 2018"))
                .singleElement()
                .asString()
                .contains("20 July 2018 30 June 2018 20 days later Planned");
        assertThat(milestones("2018-07-18", "July to September 2018"))
                .singleElement()
                .asString()
                .contains("reached 18 July 2018", "18 days later Achieved");
        assertThat(milestones("2018-07-02", "April to June 2018"))
                .singleElement()
                .asString()
                .contains("Outcomes <framework>", "Overdue");
        assertThat(milestones("2018-07-02", "Ongoing"))
                .singleElement()
                .asString()
                .contains("to be looked at 30 September 2018");
        assertThat(milestones("2018-07-02", "Without a day")).hasSize(1);
    }

    @Test
    @Tag("G44")
    @Tag("G49")
    void saysWhichAreasAreEmptyAndWhetherThereIsABaseline() {
        assertThat(page(PLAN, "2018-04-30").select("#plan-1 + p").text())
                .startsWith("No baseline is kept, so no slippage can be told.");
        assertThat(page(PLAN, "2018-07-02").select("#plan-1 + p").text())
                .startsWith("Held against the baseline May 2018.")
                .contains("No milestone and no action stands in: Greater Manchester themes.");
    }

    @Test
    @Tag("G46")
    void aBaselineThatIsToldLaterOfAnEarlierDayHoldsFromThatDay() {
        assertThat(page(PLAN, "2018-04-30").select("#plan-2")).isEmpty();
        for (var day : List.of("2018-05-01", "2018-05-10", "2018-07-02")) {
            assertThat(page(PLAN, day).select("#plan-2 + p").text())
                    .as(day)
                    .startsWith("Held against the baseline First.");
        }
    }

    @Test
    @Tag("G46")
    void drawsThePlanWithItsDescriptionInWords() {
        var drawing = page(PLAN, "2018-07-02").expectFirst("svg[aria-labelledby^=plan-1]");

        assertThat(drawing.select("#plan-1-title").text()).isEqualTo("Master Plan on 2 July 2018");
        assertThat(drawing.select("#plan-1-description").text())
                .isEqualTo(
                        "4 milestones of Master Plan; the first on 30 June 2018; the last on 20"
                            + " July 2018; 0 reached and 1 overdue by 2 July 2018; 2 without a day"
                            + " are not drawn; on the critical path: Outcomes <framework>; Outcomes"
                            + " <framework> waits for Contract review less 20 days; 1 later than"
                            + " the baseline May 2018, the furthest by 20 days: Contract review.");
        assertThat(drawing.select("text").eachText())
                .contains("+20 days", "critical, overdue", "on the critical path");
    }

    @Test
    @Tag("G46")
    void showsTheCriticalPathWhatWaitsForWhatAndTheBaselineByItsName() {
        var page = page(PLAN, "2018-07-02");

        assertThat(page.select("[aria-labelledby=critical-1] li").eachText())
                .containsExactly(
                        "Outcomes <framework>, by 30 June 2018 at the earliest; waits for Contract"
                                + " review less 20 days");
        assertThat(page.select("#critical-1").text()).isEqualTo("Critical path of Master Plan");
        assertThat(milestones("2018-07-02", "April to June 2018").getFirst())
                .contains("Contract review less 20 days 30 June 2018", "Overdue Critical Planned");
        assertThat(milestones("2018-07-02", "July to September 2018").getFirst())
                .contains("Programme Director – 20 July 2018")
                .doesNotContain("Critical");
        assertThat(page.select("[aria-label='Master Plan, April to June 2018'] th").eachText())
                .contains("Waits for", "Baseline May 2018");
    }

    @Test
    @Tag("G46")
    void tellsTheCriticalPathAndWhatWaitsForWhatAsJsonToo() {
        var outcomes = json(API + PLAN + "?on=2018-07-02");

        var of = "plans[0].milestones.find { it.reference == 'BOL-MS-4' }.";
        assertThat(outcomes.getBoolean(of + "critical")).isTrue();
        assertThat(outcomes.getString(of + "earlyOn")).isEqualTo("2018-06-30");
        assertThat(outcomes.getMap(of + "predecessors[0]"))
                .containsEntry("reference", "BOL-MS-1")
                .containsEntry("title", "Contract review")
                .containsEntry("lagDays", -20);
    }

    private static List<String> milestones(String on, String quarter) {
        return rows(PLAN, on, "[aria-label='Master Plan, %s']".formatted(quarter));
    }
}
