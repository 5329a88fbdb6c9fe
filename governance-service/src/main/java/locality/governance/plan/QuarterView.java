package locality.governance.plan;

import java.time.LocalDate;
import java.util.List;
import locality.governance.plan.ReadPlan.PlanOnDate;
import locality.platform.money.FinancialYear;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What a plan is to reach in a quarter of a financial year. A quarter in which nothing is due is
/// shown too: the sources have quarters of which nothing is said.
///
/// @param quarter as in `2021/22-Q2`
/// @param nothingDue whether nothing is due in it
@Schema(name = "PlanQuarter")
record QuarterView(
        String quarter, LocalDate from, LocalDate to, boolean nothingDue, List<DueInQuarter> due) {

    /// @param forecast as it is written
    /// @param overdue whether its last day was past on the day shown and it was not reached
    @Schema(name = "MilestoneDueInQuarter")
    record DueInQuarter(
            String reference,
            String title,
            @Nullable String area,
            MilestoneState state,
            @Nullable String forecast,
            @Nullable LocalDate forecastOn,
            @Nullable LocalDate earlyOn,
            boolean overdue) {}

    static List<QuarterView> of(PlanOnDate shown, FinancialYear year) {
        return Quarter.of(year).map(quarter -> of(shown, quarter)).toList();
    }

    private static QuarterView of(PlanOnDate shown, Quarter quarter) {
        var due =
                shown.there().stream()
                        .filter(one -> isDue(shown.network().stepOf(one), quarter))
                        .map(one -> due(one, shown))
                        .toList();
        return new QuarterView(
                quarter.toString(), quarter.first(), quarter.last(), due.isEmpty(), due);
    }

    private static boolean isDue(MilestoneStep step, Quarter quarter) {
        return step.forecastOn() != null && Quarter.of(step.forecastOn()).equals(quarter);
    }

    private static DueInQuarter due(Milestone milestone, PlanOnDate shown) {
        var step = shown.network().stepOf(milestone);
        return new DueInQuarter(
                milestone.reference,
                milestone.title,
                shown.areaTitleOf(milestone),
                step.state(),
                step.forecast().written(),
                step.forecastOn(),
                shown.datesOf(milestone).early(),
                step.isOverdueOn(shown.on()));
    }
}
