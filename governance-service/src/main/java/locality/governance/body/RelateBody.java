package locality.governance.body;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
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
            RelationKind kind,
            String to,
            Period during,
            Provenance source) {
        bodies.holdRelations();
        var body = bodies.requireForWriting(idOrReference, ifMatch);
        var other = bodies.requireForReading(to);
        var relation = new Relation(kind, other.id, during, source);
        new Accountability(bodies::findById).requireNoCircle(body, relation);
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
            RelationKind kind,
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
}
