package locality.governance.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import locality.governance.plan.ReadPlan.PlanOnDate;
import locality.platform.fact.Provenance;
import locality.platform.place.Locality;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A plan as it stood on a day: what its milestones were, in which area they stood, what they
/// waited for and by when they were demanded. Which areas, objectives and interdependencies it has,
/// and how its milestones are worded, is shown as it is now.
///
/// @param body the reference of the body whose it is, null for one that no body has taken on
/// @param baseline the name of the one it is compared with, null when none holds
/// @param end the latest day on which one of its milestones is reached, null without dates
@Schema(name = "Plan")
record PlanView(
        UUID id,
        String reference,
        String title,
        @Nullable String body,
        Locality locality,
        LocalDate madeOn,
        List<AreaView> areas,
        List<ObjectiveView> objectives,
        List<InterdependencyView> interdependencies,
        List<BaselineView> baselines,
        @Nullable String baseline,
        MilestoneCounts milestones,
        @Nullable LocalDate end,
        Provenance provenance,
        long version) {

    /// @param partOf the number of the area it is a part of
    /// @param milestones how many stand in it or in its parts, the cancelled left out
    @Schema(name = "PlanArea")
    record AreaView(
            int number,
            String title,
            AreaKind kind,
            @Nullable Integer partOf,
            @Nullable LocalDate beginsOn,
            @Nullable LocalDate endsOn,
            int milestones) {}

    @Schema(name = "PlanObjective")
    record ObjectiveView(int number, String text, @Nullable String area) {}

    /// @param sharedWith the other areas that name it too
    @Schema(name = "PlanInterdependency")
    record InterdependencyView(int number, String area, String title, List<String> sharedWith) {}

    /// @param decision the reference of the decision that set it
    /// @param milestones how many days it has
    @Schema(name = "PlanBaseline")
    record BaselineView(String name, LocalDate setOn, String decision, int milestones) {

        static BaselineView of(Baseline baseline) {
            return new BaselineView(
                    baseline.name,
                    baseline.setOn,
                    baseline.decisionReference,
                    baseline.days.size());
        }
    }

    /// How many there are of what kind on the day.
    ///
    /// @param overdue of those ahead, whose last day is past
    /// @param slipped of all not cancelled, later than the baseline has them
    /// @param ongoing of those ahead, that go on without an end
    /// @param undated of those ahead, of which no date is said
    @Schema(name = "MilestoneCounts")
    record MilestoneCounts(
            int planned,
            int inProgress,
            int achieved,
            int cancelled,
            int overdue,
            int slipped,
            int ongoing,
            int undated) {

        private static MilestoneCounts of(List<MilestoneView> all) {
            return new MilestoneCounts(
                    count(all, one -> one.state() == MilestoneState.PLANNED),
                    count(all, one -> one.state() == MilestoneState.IN_PROGRESS),
                    count(all, one -> one.state() == MilestoneState.ACHIEVED),
                    count(all, one -> one.state() == MilestoneState.CANCELLED),
                    count(all, MilestoneView::overdue),
                    count(all, MilestoneView::slipped),
                    count(all, one -> isAhead(one, Precision.ONGOING)),
                    count(all, one -> isAhead(one, Precision.UNDATED)));
        }

        private static boolean isAhead(MilestoneView one, Precision precision) {
            return one.state().isAhead() && one.precision() == precision;
        }

        private static int count(List<MilestoneView> all, Predicate<MilestoneView> which) {
            return (int) all.stream().filter(which).count();
        }
    }

    /// @param baselines all that were ever set of it
    static PlanView of(PlanOnDate shown, List<Baseline> baselines) {
        var plan = shown.plan();
        return new PlanView(
                plan.id,
                plan.reference,
                plan.title,
                plan.bodyReference,
                plan.locality,
                plan.madeOn,
                IntStream.rangeClosed(1, plan.areas.size())
                        .mapToObj(number -> area(shown, number))
                        .toList(),
                IntStream.rangeClosed(1, plan.objectives.size())
                        .mapToObj(number -> objective(plan, number))
                        .toList(),
                IntStream.rangeClosed(1, plan.interdependencies.size())
                        .mapToObj(number -> interdependency(plan, number))
                        .toList(),
                baselines.stream()
                        .filter(one -> !one.setOn.isAfter(shown.on()))
                        .map(BaselineView::of)
                        .toList(),
                shown.baseline() == null ? null : shown.baseline().name,
                MilestoneCounts.of(
                        shown.own().stream().map(one -> MilestoneView.of(one, shown)).toList()),
                shown.end(),
                plan.provenance,
                plan.version);
    }

    private static AreaView area(PlanOnDate shown, int number) {
        var area = shown.plan().areas.get(number - 1);
        return new AreaView(
                number,
                area.title(),
                area.kind(),
                area.partOf(),
                area.beginsOn(),
                area.endsOn(),
                shown.in(number).size());
    }

    private static ObjectiveView objective(Plan plan, int number) {
        var objective = plan.objectives.get(number - 1);
        return new ObjectiveView(number, objective.text(), plan.titleOrNone(objective.area()));
    }

    private static InterdependencyView interdependency(Plan plan, int number) {
        var one = plan.interdependencies.get(number - 1);
        var named = Words.of(one.title());
        return new InterdependencyView(
                number,
                plan.titleOf(one.area()),
                one.title(),
                plan.interdependencies.stream()
                        .filter(other -> other.area() != one.area())
                        .filter(other -> Words.of(other.title()).equals(named))
                        .map(other -> plan.titleOf(other.area()))
                        .toList());
    }
}
