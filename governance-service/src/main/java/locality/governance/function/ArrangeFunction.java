package locality.governance.function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import locality.governance.organisation.Organisations;
import locality.governance.period.Period;
import locality.governance.recorder.Recorder;
import locality.platform.event.GovernanceEvent.FunctionArranged;
import locality.platform.eventlog.EventLog;
import locality.platform.fact.Provenance;
import locality.platform.http.EntityTag;
import locality.platform.place.Locality;
import locality.platform.refusal.NotFound;
import org.jspecify.annotations.Nullable;

/// Says how a place allocates a function and takes the allocation through its states. One that
/// comes into force does so in place of what held so far.
@ApplicationScoped
class ArrangeFunction {

    private final Functions functions;
    private final Organisations organisations;
    private final Recorder recorder;
    private final EventLog eventLog;
    private final Event<FunctionReserved> reservations;

    ArrangeFunction(
            Functions functions,
            Organisations organisations,
            Recorder recorder,
            EventLog eventLog,
            Event<FunctionReserved> reservations) {
        this.functions = functions;
        this.organisations = organisations;
        this.recorder = recorder;
        this.eventLog = eventLog;
        this.reservations = reservations;
    }

    @Transactional
    BusinessFunction handle(FunctionAllocation next) {
        return arrange(next);
    }

    /// As a part of a larger transaction, which a refusal does not end.
    BusinessFunction arrange(FunctionAllocation next) {
        var function = hold(next.functionCode, next.place);
        organisations.requireOnRecord(next.terms.owner());
        if (next.isInPreparation()) {
            functions.allocations(next.functionCode, next.place).stream()
                    .filter(FunctionAllocation::isInPreparation)
                    .forEach(this::refuseAnother);
        }
        var told = new ArrayList<FunctionArranged>();
        next.inForce().ifPresent(period -> told.addAll(giveWay(next, period, next.provenance)));
        functions.arrange(next);
        told.add(next.arranged());
        eventLog.appendAll(told);
        next.inForce().ifPresent(period -> reserve(next, period));
        return function;
    }

    @Transactional
    BusinessFunction agree(
            String code,
            Locality place,
            @Nullable String ifMatch,
            LocalDate day,
            Provenance source) {
        var function = hold(code, place);
        var agreed = requireStep(code, place, AllocationState.AGREED, day, ifMatch);
        var told = agreed.agree(day, source);
        functions.flush();
        eventLog.append(told);
        return function;
    }

    /// @param day the first day it is in force
    @Transactional
    BusinessFunction start(
            String code,
            Locality place,
            @Nullable String ifMatch,
            LocalDate day,
            Provenance source) {
        var function = hold(code, place);
        var started = requireStep(code, place, AllocationState.IN_FORCE, day, ifMatch);
        var during = new Period(day, started.endsOn);
        var told = new ArrayList<>(giveWay(started, during, source));
        told.add(started.start(day, source));
        functions.flush();
        eventLog.appendAll(told);
        reserve(started, during);
        return function;
    }

    /// @param firstDayWithout the first day the arrangement no longer holds
    @Transactional
    BusinessFunction end(
            String code,
            Locality place,
            @Nullable String ifMatch,
            LocalDate firstDayWithout,
            Provenance why) {
        var function = hold(code, place);
        var ended =
                functions.allocations(code, place).stream()
                        .filter(one -> one.isInForceOn(firstDayWithout))
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        new FunctionRefusal.NotArranged(
                                                code, place, firstDayWithout));
        new EntityTag(ended.version).check(ifMatch);
        var told = ended.end(firstDayWithout, why);
        functions.flush();
        eventLog.append(told);
        return function;
    }

    @Transactional
    FunctionAllocation describe(
            String idOrReference,
            @Nullable String ifMatch,
            AllocationTerms terms,
            Provenance source) {
        var allocation =
                functions
                        .lookUpAllocation(idOrReference)
                        .orElseThrow(() -> new NotFound("allocation", idOrReference));
        recorder.requireWriting(allocation.place, "allocation", idOrReference);
        new EntityTag(allocation.version).check(ifMatch);
        describe(allocation, terms, source);
        return allocation;
    }

    /// As a part of a larger transaction, which a refusal does not end.
    void describe(FunctionAllocation allocation, AllocationTerms terms, Provenance source) {
        organisations.requireOnRecord(terms.owner());
        var told = allocation.describe(terms, recorder.today(), source);
        functions.flush();
        eventLog.append(told);
    }

    private BusinessFunction hold(String code, Locality place) {
        recorder.requireWriting(place, "place", place.code());
        functions.hold(code + " in " + place);
        return functions.require(code);
    }

    private List<FunctionArranged> giveWay(
            FunctionAllocation next, Period during, Provenance source) {
        var told =
                functions.allocations(next.functionCode, next.place).stream()
                        .filter(
                                one ->
                                        one.inForce()
                                                .filter(period -> period.overlaps(during))
                                                .isPresent())
                        .map(one -> one.giveWayTo(next.terms, during.from(), source))
                        .toList();
        functions.flush();
        return told;
    }

    private void reserve(FunctionAllocation allocation, Period during) {
        if (allocation.terms.reserved()) {
            reservations.fire(
                    new FunctionReserved(allocation.functionCode, allocation.place, during));
        }
    }

    /// What is prepared, or else what was last in force, which refuses the step itself.
    private FunctionAllocation requireStep(
            String code,
            Locality place,
            AllocationState next,
            LocalDate day,
            @Nullable String ifMatch) {
        var all = functions.allocations(code, place);
        if (all.isEmpty()) {
            throw new FunctionRefusal.NothingPrepared(code, place, next);
        }
        new EntityTag(all.getLast().version).check(ifMatch);
        all.getLast().requireStep(next, day);
        return all.getLast();
    }

    private void refuseAnother(FunctionAllocation prepared) {
        throw new FunctionRefusal.InPreparation(prepared, prepared.stateBy(recorder.today()));
    }
}
