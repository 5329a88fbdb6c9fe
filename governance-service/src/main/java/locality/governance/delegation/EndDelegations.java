package locality.governance.delegation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.List;
import locality.governance.body.BodyDissolved;
import locality.governance.body.BodyRegister;
import locality.governance.function.FunctionReserved;
import locality.platform.eventlog.EventLog;

/// Ends powers from a day, because they were revoked, a body was dissolved, or a function reserved.
@ApplicationScoped
class EndDelegations {

    private final Delegations delegations;
    private final PassingOn passingOn;
    private final BodyRegister bodies;
    private final EventLog eventLog;
    private final Clock clock;

    EndDelegations(
            Delegations delegations,
            PassingOn passingOn,
            BodyRegister bodies,
            EventLog eventLog,
            Clock clock) {
        this.delegations = delegations;
        this.passingOn = passingOn;
        this.bodies = bodies;
        this.eventLog = eventLog;
        this.clock = clock;
    }

    /// What was passed on from them, and rests on nothing else, ends the same day.
    ///
    /// @param firstDayWithout the first day they are no longer in force
    void end(List<Delegation> all, LocalDate firstDayWithout, String reason) {
        var now = clock.instant();
        eventLog.appendAll(all.stream().map(one -> one.end(firstDayWithout, reason, now)).toList());
        var above = new ArrayDeque<>(all);
        while (above.poll() instanceof Delegation parent) {
            var resting = restingOn(parent, firstDayWithout);
            resting.forEach(child -> endWith(parent, child, firstDayWithout));
            above.addAll(resting);
        }
    }

    /// A body that is no more neither passes power on nor holds it.
    void whenDissolved(@Observes BodyDissolved told) {
        end(
                delegations.fromOrTo(told.body()).stream()
                        .filter(one -> one.outlasts(told.from()))
                        .toList(),
                told.from(),
                "%s was dissolved".formatted(told.reference()));
    }

    /// A delegation of other functions besides goes on for those, under a reference of its own.
    void whenReserved(@Observes FunctionReserved told) {
        delegations.covering(told.function(), told.place()).stream()
                .filter(one -> one.period().overlaps(told.during()))
                .forEach(one -> take(told, one));
    }

    private void take(FunctionReserved reserved, Delegation from) {
        var reason =
                "%s is reserved in %s"
                        .formatted(reserved.function(), reserved.place().displayName());
        eventLog.append(from.end(reserved.during().from(), reason, clock.instant()));
        if (from.coversMoreThan(reserved.function())) {
            var rest = from.without(reserved.function(), delegations.free(from.reference));
            delegations.persistAndFlush(rest);
            eventLog.append(rest.granted(bodies.organisationOf(rest.fromBody)));
        }
    }

    private List<Delegation> restingOn(Delegation parent, LocalDate day) {
        return parent.toBody == null
                ? List.of()
                : delegations.grantedBy(parent.toBody).stream()
                        .filter(child -> child.outlasts(day))
                        .filter(child -> !Collections.disjoint(child.functions, parent.functions))
                        .filter(child -> !stillRestsOnSomething(child, day))
                        .toList();
    }

    private void endWith(Delegation parent, Delegation child, LocalDate day) {
        var reason = "The delegation above it, %s, ended".formatted(parent.reference);
        eventLog.append(child.end(day, reason, clock.instant()));
    }

    private boolean stillRestsOnSomething(Delegation child, LocalDate day) {
        var from = day.isBefore(child.effectiveOn) ? child.effectiveOn : day;
        return child.functions.stream()
                .anyMatch(
                        function ->
                                !passingOn
                                        .held(child.fromBody, function, child.place, from)
                                        .isEmpty());
    }
}
