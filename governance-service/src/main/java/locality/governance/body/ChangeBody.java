package locality.governance.body;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import locality.governance.organisation.Organisations;
import locality.governance.recorder.Recorder;
import locality.platform.event.GovernanceEvent.BodyChanged;
import locality.platform.eventlog.EventLog;
import locality.platform.http.EntityTag;
import org.jspecify.annotations.Nullable;

/// Puts bodies on record and changes them: load, change, tell.
@ApplicationScoped
class ChangeBody {

    private final Bodies bodies;
    private final Organisations organisations;
    private final Recorder recorder;
    private final EventLog eventLog;

    ChangeBody(Bodies bodies, Organisations organisations, Recorder recorder, EventLog eventLog) {
        this.bodies = bodies;
        this.organisations = organisations;
        this.recorder = recorder;
        this.eventLog = eventLog;
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

    @Transactional
    Body become(String body, @Nullable String ifMatch, Step step) {
        return change(
                body,
                ifMatch,
                found -> found.become(step.state(), step.effectiveOn(), step.provenance()));
    }

    @Transactional
    Body adopt(String body, @Nullable String ifMatch, TermsOfReference terms) {
        return change(body, ifMatch, found -> found.adopt(terms));
    }

    @Transactional
    Body seat(String body, @Nullable String ifMatch, List<Membership> members) {
        members.forEach(member -> organisations.requireOnRecord(member.organisation()));
        return members.stream()
                .map(member -> change(body, ifMatch, found -> found.seat(member)))
                .reduce((_, last) -> last)
                .orElseGet(() -> bodies.require(body));
    }

    @Transactional
    Body unseat(String body, @Nullable String ifMatch, String seat, LocalDate firstDayEmpty) {
        return change(
                body,
                ifMatch,
                found -> found.unseat(seat, firstDayEmpty, recorder.provenance(null)));
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
        var body = bodies.require(idOrReference);
        recorder.requireWriting(body.locality, "body", idOrReference);
        new EntityTag(body.version).check(ifMatch);
        var told = change.apply(body);
        bodies.flush();
        eventLog.append(told);
        return body;
    }

    /// Nobody is accountable to itself, however long the way round.
    private void requireNoCircle(Body body, Relation relation) {
        if (relation.kind() != Relation.Kind.ACCOUNTABLE_TO) {
            return;
        }
        var seen = new HashSet<UUID>();
        var ahead = new ArrayDeque<>(List.of(relation.toBody()));
        while (ahead.poll() instanceof UUID next) {
            var parent = bodies.findById(next);
            if (next.equals(body.id)) {
                var to = bodies.findById(relation.toBody());
                throw new BodyRefusal.AccountableInACircle(body.reference, to.reference);
            }
            if (seen.add(next)) {
                parent.relations.stream()
                        .filter(one -> one.kind() == Relation.Kind.ACCOUNTABLE_TO)
                        .filter(one -> one.holdsOn(relation.fromDay()))
                        .map(Relation::toBody)
                        .forEach(ahead::add);
            }
        }
    }
}
