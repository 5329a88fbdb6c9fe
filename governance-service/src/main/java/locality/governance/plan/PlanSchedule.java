package locality.governance.plan;

import java.time.LocalDate;
import java.util.List;
import locality.governance.plan.ReadPlan.PlanOnDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// When everything in a plan is reached, as it stood on a day.
///
/// @param baseline the name of the one it is compared with, null when none holds
/// @param end the latest day on which one of its milestones is reached, null without dates
/// @param milestones the plan's, and those of other plans that they wait for; the cancelled left
///   out
@Schema(name = "PlanSchedule")
record PlanSchedule(
        String plan,
        LocalDate on,
        @Nullable String baseline,
        @Nullable LocalDate end,
        List<Row> milestones) {

    /// @param plan its reference, which is another's where it waits across plans
    /// @param early the first day on which it can be reached; the day it was, once it is; null
    ///   without a date
    /// @param late the last day that delays nothing that must not be; null once it is reached, or
    ///   without a date
    /// @param floatDays from early to late, less than 0 when a deadline cannot be kept
    /// @param critical whether its float is the least of its plan
    /// @param slippageDays from the day of the baseline to early; null without either
    @Schema(name = "PlanScheduleMilestone")
    record Row(
            String reference,
            String plan,
            String title,
            MilestoneState state,
            @Nullable LocalDate forecastOn,
            Precision precision,
            @Nullable LocalDate deadline,
            @Nullable LocalDate early,
            @Nullable LocalDate late,
            @Nullable Long floatDays,
            boolean critical,
            @Nullable LocalDate baselineOn,
            @Nullable Long slippageDays,
            List<MilestoneView.Predecessor> predecessors) {}

    static PlanSchedule of(PlanOnDate shown) {
        return new PlanSchedule(
                shown.plan().reference,
                shown.on(),
                shown.baseline() == null ? null : shown.baseline().name,
                shown.end(),
                shown.network().upstreamOf(shown.plan()).stream()
                        .filter(
                                one ->
                                        shown.network().stepOf(one).state()
                                                != MilestoneState.CANCELLED)
                        .map(one -> row(one, shown))
                        .toList());
    }

    private static Row row(Milestone milestone, PlanOnDate shown) {
        var step = shown.network().stepOf(milestone);
        var dates = shown.datesOf(milestone);
        return new Row(
                milestone.reference,
                milestone.planReference,
                milestone.title,
                step.state(),
                step.forecastOn(),
                step.precision(),
                shown.deadlineOf(milestone),
                dates.early(),
                dates.late(),
                dates.floatDays(),
                dates.critical(),
                dates.baselineOn(),
                dates.slippageDays(),
                MilestoneView.predecessorsOf(milestone, shown));
    }
}
