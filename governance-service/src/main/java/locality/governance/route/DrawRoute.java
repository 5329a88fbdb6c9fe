package locality.governance.route;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import locality.governance.recorder.Recorder;
import locality.platform.eventlog.EventLog;
import org.jspecify.annotations.Nullable;

/// Draws an approval route, and ends one. A matter has one route on a day.
@ApplicationScoped
class DrawRoute {

    private final ApprovalRoutes routes;
    private final Recorder recorder;
    private final EventLog eventLog;

    DrawRoute(ApprovalRoutes routes, Recorder recorder, EventLog eventLog) {
        this.routes = routes;
        this.recorder = recorder;
        this.eventLog = eventLog;
    }

    @Transactional
    ApprovalRoute handle(ApprovalRoute route) {
        recorder.requireWriting(route.place, "place", route.place.code());
        route.requireSound();
        if (routes.lookUp(route.reference).isPresent()) {
            throw new RouteRefusal.ReferenceTaken(route.reference);
        }
        routes.of(route.subjectType, route.place).stream()
                .filter(route::overlaps)
                .findFirst()
                .ifPresent(
                        other -> {
                            throw new RouteRefusal.AnotherInForce(
                                    route.subjectType, other.reference);
                        });
        routes.persistAndFlush(route);
        eventLog.append(RouteChanged.of(route));
        return route;
    }

    /// @param lastDay the last day it is in force
    @Transactional
    ApprovalRoute end(String idOrReference, @Nullable String ifMatch, LocalDate lastDay) {
        var route = routes.require(idOrReference);
        recorder.requireWriting(route.place, "approval route", idOrReference);
        route.requireUnchanged(ifMatch);
        route.end(lastDay);
        routes.flush();
        eventLog.append(RouteChanged.of(route));
        return route;
    }
}
