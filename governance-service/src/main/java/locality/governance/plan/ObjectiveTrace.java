package locality.governance.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import locality.governance.plan.ReadPlan.PlanOnDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// An objective with the milestones that serve it.
///
/// @param area the title of the area it is of, null for one of the whole plan
/// @param reached how many of them were reached
@Schema(name = "ObjectiveTrace")
record ObjectiveTrace(
        int number,
        String text,
        @Nullable String area,
        int reached,
        List<ServingMilestone> milestones) {

    @Schema(name = "ServingMilestone")
    record ServingMilestone(
            String reference,
            String title,
            MilestoneState state,
            @Nullable String forecast,
            @Nullable LocalDate earlyOn,
            boolean overdue) {}

    static List<ObjectiveTrace> of(PlanOnDate shown) {
        return IntStream.rangeClosed(1, shown.plan().objectives.size())
                .mapToObj(number -> of(shown, number))
                .toList();
    }

    private static ObjectiveTrace of(PlanOnDate shown, int number) {
        var objective = shown.plan().objectives.get(number - 1);
        var serving =
                shown.there().stream()
                        .filter(one -> one.objectives.contains(number))
                        .map(one -> serving(one, shown))
                        .toList();
        return new ObjectiveTrace(
                number,
                objective.text(),
                shown.plan().titleOrNone(objective.area()),
                (int) serving.stream().filter(one -> one.state == MilestoneState.ACHIEVED).count(),
                serving);
    }

    private static ServingMilestone serving(Milestone milestone, PlanOnDate shown) {
        var step = shown.network().stepOf(milestone);
        return new ServingMilestone(
                milestone.reference,
                milestone.title,
                step.state(),
                step.forecast().written(),
                shown.datesOf(milestone).early(),
                step.isOverdueOn(shown.on()));
    }
}
