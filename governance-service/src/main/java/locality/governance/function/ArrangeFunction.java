package locality.governance.function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import locality.governance.recorder.Recorder;
import locality.platform.event.GovernanceEvent.FunctionArranged;
import locality.platform.eventlog.EventLog;
import locality.platform.fact.Provenance;
import locality.platform.place.Locality;

/// Says how a place arranges a function, in place of what held so far, or that it no longer does.
@ApplicationScoped
class ArrangeFunction {

    private final Functions functions;
    private final Recorder recorder;
    private final EventLog eventLog;
    private final Event<FunctionReserved> reservations;

    ArrangeFunction(
            Functions functions,
            Recorder recorder,
            EventLog eventLog,
            Event<FunctionReserved> reservations) {
        this.functions = functions;
        this.recorder = recorder;
        this.eventLog = eventLog;
        this.reservations = reservations;
    }

    @Transactional
    BusinessFunction handle(FunctionInPlace next) {
        recorder.requireWriting(next.place, "place", next.place.code());
        var function = functions.require(next.functionCode);
        var told = new ArrayList<FunctionArranged>();
        functions.arrangements(next.functionCode, next.place).stream()
                .filter(one -> one.period().overlaps(next.period()))
                .map(one -> one.giveWayTo(next))
                .forEach(told::add);
        functions.flush();
        functions.arrange(next);
        told.add(next.arranged());
        eventLog.appendAll(told);
        if (next.reserved) {
            reservations.fire(new FunctionReserved(next.functionCode, next.place, next.period()));
        }
        return function;
    }

    /// @param firstDayWithout the first day the arrangement no longer holds
    @Transactional
    BusinessFunction end(String code, Locality place, LocalDate firstDayWithout, Provenance why) {
        recorder.requireWriting(place, "place", place.code());
        var function = functions.require(code);
        var ended =
                functions.arrangements(code, place).stream()
                        .filter(one -> one.period().holdsOn(firstDayWithout))
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        new FunctionRefusal.NotArranged(
                                                code, place, firstDayWithout));
        eventLog.append(ended.end(firstDayWithout, why));
        return function;
    }
}
