package locality.governance.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import locality.governance.action.ActionsInAreas.InArea;
import locality.governance.action.DuePrecision;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// The actions that stand in the areas of a plan, counted as of a day (*Twelve Month Review*,
/// action plan).
@Schema(name = "ActionPlan")
record ActionPlan(String plan, LocalDate on, Counts counts, List<AreaActions> areas) {

    /// Every open one is due, overdue, ongoing or undated.
    ///
    /// @param closed complete or superseded
    /// @param due open with a last day that is not past
    /// @param overdue open with a last day that is past
    @Schema(name = "ActionCounts")
    record Counts(int open, int closed, int due, int overdue, int ongoing, int undated) {

        static Counts of(List<InArea> actions) {
            return new Counts(
                    count(actions, InArea::open),
                    count(actions, one -> !one.open()),
                    count(actions, one -> one.open() && isDated(one) && !one.overdue()),
                    count(actions, one -> one.open() && one.overdue()),
                    count(actions, one -> isOpen(one, DuePrecision.ONGOING)),
                    count(actions, one -> isOpen(one, DuePrecision.UNDATED)));
        }

        private static boolean isDated(InArea action) {
            return action.precision() == DuePrecision.DAY
                    || action.precision() == DuePrecision.MONTH;
        }

        private static boolean isOpen(InArea action, DuePrecision precision) {
            return action.open() && action.precision() == precision;
        }

        private static int count(List<InArea> actions, Predicate<InArea> which) {
            return (int) actions.stream().filter(which).count();
        }
    }

    @Schema(name = "AreaActions")
    record AreaActions(int number, String area, Counts counts, List<InArea> actions) {}

    /// @param actions of the plan's body, those of other areas among them
    static ActionPlan of(Plan plan, LocalDate on, List<InArea> actions) {
        var areas =
                IntStream.rangeClosed(1, plan.areas.size())
                        .mapToObj(number -> area(plan, number, actions))
                        .toList();
        return new ActionPlan(
                plan.reference,
                on,
                Counts.of(areas.stream().flatMap(one -> one.actions.stream()).distinct().toList()),
                areas);
    }

    private static AreaActions area(Plan plan, int number, List<InArea> actions) {
        var called = Words.of(plan.titleOf(number));
        var standing = actions.stream().filter(one -> Words.of(one.area()).equals(called)).toList();
        return new AreaActions(number, plan.titleOf(number), Counts.of(standing), standing);
    }
}
