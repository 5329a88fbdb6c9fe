package locality.governance.body;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import locality.governance.period.Period;
import locality.platform.eventlog.EventLog;
import locality.platform.fact.Provenance;
import org.jspecify.annotations.Nullable;

/// Says how a body stands to another, and when it no longer does.
@ApplicationScoped
class RelateBody {

    private final Bodies bodies;
    private final EventLog eventLog;

    RelateBody(Bodies bodies, EventLog eventLog) {
        this.bodies = bodies;
        this.eventLog = eventLog;
    }

    @Transactional
    Body handle(
            String idOrReference,
            @Nullable String ifMatch,
            Relation.Kind kind,
            String to,
            Period during,
            Provenance source) {
        bodies.holdRelations();
        var body = bodies.requireForWriting(idOrReference, ifMatch);
        var other = bodies.requireForReading(to);
        var relation = new Relation(kind, other.id, during, source);
        requireNoCircle(body, relation);
        var told = body.relate(relation, other.reference);
        bodies.flush();
        eventLog.append(told);
        return body;
    }

    /// @param firstDayWithout the first day it no longer stands so to the other
    @Transactional
    Body end(
            String idOrReference,
            @Nullable String ifMatch,
            Relation.Kind kind,
            String to,
            LocalDate firstDayWithout,
            Provenance source) {
        var body = bodies.requireForWriting(idOrReference, ifMatch);
        var other = bodies.requireForReading(to);
        var told = body.unrelate(kind, other.id, other.reference, firstDayWithout, source);
        bodies.flush();
        eventLog.append(told);
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
