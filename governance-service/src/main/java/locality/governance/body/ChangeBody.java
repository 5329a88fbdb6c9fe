package locality.governance.body;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import locality.governance.function.Functions;
import locality.governance.organisation.Organisations;
import locality.governance.period.Period;
import locality.governance.recorder.Recorder;
import locality.platform.event.GovernanceEvent.BodyChanged;
import locality.platform.eventlog.EventLog;
import locality.platform.fact.Provenance;
import locality.platform.http.EntityTag;
import org.jspecify.annotations.Nullable;

/// Puts bodies on record and changes them: load, change, tell.
@ApplicationScoped
class ChangeBody {

    private final Bodies bodies;
    private final Organisations organisations;
    private final Functions functions;
    private final Recorder recorder;
    private final EventLog eventLog;
    private final Event<BodyDissolved> dissolutions;

    ChangeBody(
            Bodies bodies,
            Organisations organisations,
            Functions functions,
            Recorder recorder,
            EventLog eventLog,
            Event<BodyDissolved> dissolutions) {
        this.bodies = bodies;
        this.organisations = organisations;
        this.functions = functions;
        this.recorder = recorder;
        this.eventLog = eventLog;
        this.dissolutions = dissolutions;
    }

    /// @param life its history so far, in order
    @Transactional
    Body record(Body body, List<Step> life) {
        recorder.requireWriting(body.locality, "locality", body.locality.code());
        organisations.requireOnRecord(body.organisation);
        if (bodies.lookUp(body.reference).isPresent()) {
            throw new BodyRefusal.ReferenceTaken(body.reference);
        }
        var told =
                life.stream()
                        .map(
                                step ->
                                        body.become(
                                                step.state(),
                                                step.effectiveOn(),
                                                step.provenance()))
                        .toList();
        bodies.persistAndFlush(body);
        told.forEach(eventLog::append);
        return body;
    }

    /// A body that is dissolved takes the delegations from and to it along.
    @Transactional
    Body become(String idOrReference, @Nullable String ifMatch, Step step) {
        var body =
                change(
                        idOrReference,
                        ifMatch,
                        found -> found.become(step.state(), step.effectiveOn(), step.provenance()));
        body.dissolution().ifPresent(dissolutions::fire);
        return body;
    }

    @Transactional
    Body adopt(String body, @Nullable String ifMatch, TermsOfReference terms) {
        functions.requireKnown(terms.remitFunctions());
        return change(body, ifMatch, found -> found.adopt(terms));
    }

    /// All of them or none, as one change of the body.
    @Transactional
    Body seat(String idOrReference, @Nullable String ifMatch, List<Membership> members) {
        members.stream()
                .map(Membership::organisation)
                .distinct()
                .forEach(organisations::requireOnRecord);
        var body = require(idOrReference, ifMatch);
        var told = members.stream().map(body::seat).toList();
        bodies.flush();
        eventLog.appendAll(told);
        return body;
    }

    @Transactional
    Body unseat(
            String body,
            @Nullable String ifMatch,
            String seat,
            LocalDate firstDayEmpty,
            Provenance source) {
        return change(body, ifMatch, found -> found.unseat(seat, firstDayEmpty, source));
    }

    @Transactional
    Body abolish(
            String body,
            @Nullable String ifMatch,
            String seat,
            LocalDate firstDayWithout,
            Provenance source) {
        return change(body, ifMatch, found -> found.abolish(seat, firstDayWithout, source));
    }

    @Transactional
    Body relate(String body, @Nullable String ifMatch, Relation relation) {
        return change(
                body,
                ifMatch,
                found -> {
                    requireNoCircle(found, relation);
                    return found.relate(relation);
                });
    }

    private Body change(
            String idOrReference, @Nullable String ifMatch, Function<Body, BodyChanged> change) {
        var body = require(idOrReference, ifMatch);
        var told = change.apply(body);
        bodies.flush();
        eventLog.append(told);
        return body;
    }

    private Body require(String idOrReference, @Nullable String ifMatch) {
        var body = bodies.require(idOrReference);
        recorder.requireWriting(body.locality, "body", idOrReference);
        new EntityTag(body.version).check(ifMatch);
        return body;
    }

    /// A body reached upwards, and the days on which the whole way holds.
    private record Reached(UUID body, Period during) {}

    /// Nobody is accountable to itself on any day, however long the way round.
    private void requireNoCircle(Body body, Relation relation) {
        if (!relation.isAccountability()) {
            return;
        }
        var seen = new HashSet<Reached>();
        var ahead = new ArrayDeque<>(List.of(new Reached(relation.toBody(), relation.period())));
        while (ahead.poll() instanceof Reached next) {
            if (next.body.equals(body.id)) {
                throw new BodyRefusal.AccountableInACircle(
                        body.reference, bodies.findById(relation.toBody()).reference);
            }
            if (seen.add(next)) {
                ahead.addAll(above(next));
            }
        }
    }

    private List<Reached> above(Reached below) {
        return bodies.findById(below.body).relations.stream()
                .filter(Relation::isAccountability)
                .flatMap(
                        one ->
                                one.period().common(below.during).stream()
                                        .map(days -> new Reached(one.toBody(), days)))
                .toList();
    }
}
