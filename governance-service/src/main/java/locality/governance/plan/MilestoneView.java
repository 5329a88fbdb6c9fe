package locality.governance.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import locality.governance.plan.ReadPlan.PlanOnDate;
import locality.platform.fact.Provenance;
import locality.platform.place.Locality;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A milestone as it was on a day.
///
/// @param plan its reference
/// @param area its title, null when it stands in none
/// @param forecast as it is written: `2021-06-18`, `2021-07`, `2021/22-Q2`
/// @param forecastOn the last day of it
/// @param deadline by when others demand it
/// @param overdue whether that last day is past and it was not reached
/// @param achievedOn the day it was reached
/// @param earlyOn the first day on which it can be reached, by its forecast and what it waits for
/// @param baseline the name of the baseline it is compared with
/// @param slipped whether it can be reached only after the day of that baseline
/// @param slippageDays from that day to `earlyOn`, or to the day it was reached
/// @param objectives the numbers of those it serves
/// @param flags UNDATED: no date is said; NO_REVIEW_DATE: ongoing, and no next review is said
/// @param history every step up to the day, the first to the last
@Schema(name = "Milestone")
record MilestoneView(
        UUID id,
        String reference,
        String plan,
        @Nullable String area,
        String title,
        @Nullable String post,
        @Nullable String organisation,
        Locality locality,
        @Nullable String forecast,
        @Nullable LocalDate forecastOn,
        Precision precision,
        @Nullable LocalDate reviewOn,
        @Nullable LocalDate deadline,
        MilestoneState state,
        boolean overdue,
        @Nullable LocalDate achievedOn,
        @Nullable LocalDate earlyOn,
        @Nullable String baseline,
        @Nullable LocalDate baselineOn,
        boolean slipped,
        @Nullable Long slippageDays,
        List<Predecessor> predecessors,
        List<Integer> objectives,
        List<String> flags,
        LocalDate plannedOn,
        List<StepView> history,
        Provenance provenance,
        long version) {

    /// @param milestone its reference
    /// @param lagDays calendar days from that one's day to the first on which this one may be
    @Schema(name = "MilestonePredecessor")
    record Predecessor(String milestone, int lagDays) {}

    /// @param note why its forecast moved, or it was cancelled; how it was achieved
    @Schema(name = "MilestoneStep")
    record StepView(
            MilestoneState state,
            LocalDate effectiveOn,
            @Nullable String forecast,
            @Nullable LocalDate forecastOn,
            Precision precision,
            @Nullable LocalDate reviewOn,
            @Nullable String note,
            @Nullable String evidence,
            Provenance provenance) {

        static StepView of(MilestoneStep step) {
            return new StepView(
                    step.state(),
                    step.effectiveOn(),
                    step.forecast().written(),
                    step.forecastOn(),
                    step.precision(),
                    step.reviewOn(),
                    step.note(),
                    step.evidence(),
                    step.provenance());
        }
    }

    /// @param shown its plan on the day, which has it
    static MilestoneView of(Milestone milestone, PlanOnDate shown) {
        var step = shown.network().stepOf(milestone);
        var dates = shown.datesOf(milestone);
        var slippage = dates.slippageDays();
        return new MilestoneView(
                milestone.id,
                milestone.reference,
                milestone.planReference,
                shown.areaTitleOf(milestone),
                milestone.title,
                milestone.post,
                milestone.organisation,
                milestone.locality,
                step.forecast().written(),
                step.forecastOn(),
                step.precision(),
                step.reviewOn(),
                shown.deadlineOf(milestone),
                step.state(),
                step.isOverdueOn(shown.on()),
                step.achievedOn(),
                dates.early(),
                shown.baseline() == null ? null : shown.baseline().name,
                dates.baselineOn(),
                slippage != null && slippage > 0,
                slippage,
                predecessorsOf(milestone, shown),
                List.copyOf(milestone.objectives),
                step.state().isAhead() ? step.forecast().flags() : List.of(),
                milestone.planned().effectiveOn(),
                milestone.steps.subList(0, milestone.steps.lastIndexOf(step) + 1).stream()
                        .map(StepView::of)
                        .toList(),
                milestone.planned().provenance(),
                milestone.version);
    }

    static List<Predecessor> predecessorsOf(Milestone milestone, PlanOnDate shown) {
        return shown.network().linksOf(milestone).stream()
                .map(link -> new Predecessor(link.predecessorReference(), link.lagDays()))
                .toList();
    }
}
