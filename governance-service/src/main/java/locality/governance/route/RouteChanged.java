package locality.governance.route;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import locality.platform.event.EventType;
import locality.platform.event.InternalEvent;
import locality.platform.place.Locality;
import org.jspecify.annotations.Nullable;

/// That a route was drawn or ended: the log says who did it and when.
@EventType("governance.approval-route-changed.v1")
record RouteChanged(
        UUID routeId,
        String reference,
        String routeOf,
        List<RouteStep> steps,
        @Nullable LocalDate endsOn,
        Locality locality,
        LocalDate effectiveOn)
        implements InternalEvent {

    static RouteChanged of(ApprovalRoute route) {
        return new RouteChanged(
                route.id,
                route.reference,
                route.subjectType,
                route.steps,
                route.endsOn,
                route.place,
                route.effectiveOn);
    }

    @Override
    public String subjectType() {
        return "approval-route";
    }

    @Override
    public String subjectId() {
        return routeId.toString();
    }
}
