package locality.governance.decision;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import locality.governance.body.BodyTree;
import locality.governance.route.ApprovalRoute;
import locality.governance.route.ApprovalRoutes;
import locality.governance.route.RouteStep;
import locality.governance.validity.RouteProgress;
import org.jspecify.annotations.Nullable;

/// How far a subject has come on its approval route. A body that took over from one of the route
/// takes its step; what is spent on a decision goes the way of that decision's subject.
@ApplicationScoped
class FollowRoute {

    private final ApprovalRoutes routes;
    private final DecisionsOfSubject subjects;
    private final BodyTree tree;

    FollowRoute(ApprovalRoutes routes, DecisionsOfSubject subjects, BodyTree tree) {
        this.routes = routes;
        this.subjects = subjects;
        this.tree = tree;
    }

    /// @param on the day of the decision that is looked at
    /// @return null when its subject has no route on the day
    @Nullable RouteProgress of(Decision decision, LocalDate on) {
        var matter = subjects.spendsOn(decision);
        return matter.subjectType() == null || matter.subjectId() == null
                ? null
                : routes.inForce(
                                matter.subjectType(),
                                matter.place(),
                                subjects.totalOfSubject(decision, on),
                                on)
                        .map(route -> progress(route, decision, on))
                        .orElse(null);
    }

    private RouteProgress progress(ApprovalRoute route, Decision decision, LocalDate on) {
        var others = subjects.othersOfSubject(decision);
        var steps = route.steps();
        int own = placeOf(decision, steps, on);
        int last = steps.size() - 1;
        boolean elsewhere =
                decision.matter.type().needsAuthority()
                        && !takes(steps.getLast(), decision.bodyId, on);
        return new RouteProgress(
                route.reference(),
                IntStream.range(0, steps.size())
                        .mapToObj(
                                i ->
                                        i == last && elsewhere
                                                ? leftToDo(i, steps.get(i))
                                                : step(i, steps.get(i), i < own, others, on))
                        .toList());
    }

    /// The approval at the end is that body's, or its successor's: whatever another approves, this
    /// is still to be done.
    private static RouteProgress.Step leftToDo(int index, RouteStep step) {
        return new RouteProgress.Step(
                index + 1, step.body(), step.type(), true, false, null, null, null);
    }

    /// An approval stands at the end of the route; what a body off the route recommends is no step
    /// of it and needs none.
    private int placeOf(Decision decision, List<RouteStep> steps, LocalDate on) {
        if (decision.matter.type().needsAuthority()) {
            return steps.size() - 1;
        }
        return IntStream.range(0, steps.size())
                .filter(i -> takes(steps.get(i), decision.bodyId, on))
                .findFirst()
                .orElse(0);
    }

    private boolean takes(RouteStep step, UUID body, LocalDate on) {
        return step.bodyId().equals(body) || tree.succeeds(body, step.bodyId(), on);
    }

    private RouteProgress.Step step(
            int index, RouteStep step, boolean before, List<Decision> others, LocalDate on) {
        var bodys = others.stream().filter(other -> takes(step, other.bodyId, on)).toList();
        var done =
                bodys.stream()
                        .filter(other -> other.takenAs == step.type() && other.binding().on(on))
                        .findFirst();
        var shown = done.orElse(bodys.isEmpty() ? null : bodys.getLast());
        return new RouteProgress.Step(
                index + 1,
                step.body(),
                step.type(),
                before,
                done.isPresent(),
                shown == null ? null : shown.reference,
                shown == null ? null : shown.state.name(),
                shown == null ? null : standsOnlyFrom(shown, on));
    }

    private static @Nullable LocalDate standsOnlyFrom(Decision step, LocalDate on) {
        var from = step.effectiveOn;
        return step.state.binds() && from != null && from.isAfter(on) ? from : null;
    }
}
