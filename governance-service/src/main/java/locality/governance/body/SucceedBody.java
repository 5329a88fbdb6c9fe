package locality.governance.body;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import locality.platform.event.GovernanceEvent;
import locality.platform.eventlog.EventLog;
import locality.platform.fact.Provenance;
import org.jspecify.annotations.Nullable;

/// Lets a body take over from another. A body that was replaced decides no longer.
@ApplicationScoped
class SucceedBody {

    private final Bodies bodies;
    private final EventLog eventLog;
    private final Event<BodyDissolved> dissolutions;

    SucceedBody(Bodies bodies, EventLog eventLog, Event<BodyDissolved> dissolutions) {
        this.bodies = bodies;
        this.eventLog = eventLog;
        this.dissolutions = dissolutions;
    }

    /// Both are changed, so both are the caller's to write.
    ///
    /// @param alongside whether the predecessor goes on beside its successor
    @Transactional
    Body handle(
            String idOrReference,
            @Nullable String ifMatch,
            String successorsReference,
            LocalDate effectiveOn,
            boolean alongside,
            Provenance source) {
        bodies.holdRelations();
        var predecessor = bodies.requireForWriting(idOrReference, ifMatch);
        var successor = bodies.requireForWriting(successorsReference);
        requireNoCircle(predecessor, successor);
        boolean ends = !alongside && predecessor.isStillThereOn(effectiveOn);
        var succession = new Succession(predecessor.id, effectiveOn, alongside, source);
        var told = new ArrayList<GovernanceEvent>();
        told.add(successor.succeed(succession, predecessor.reference));
        if (ends) {
            told.add(predecessor.become(BodyState.DISSOLVED, effectiveOn, source));
        }
        bodies.flush();
        eventLog.appendAll(told);
        if (ends) {
            predecessor.dissolution().ifPresent(dissolutions::fire);
        }
        return predecessor;
    }

    private void requireNoCircle(Body predecessor, Body successor) {
        var seen = new HashSet<UUID>();
        var ahead = new ArrayDeque<>(List.of(predecessor.id));
        while (ahead.poll() instanceof UUID next) {
            if (next.equals(successor.id)) {
                throw new BodyRefusal.SucceededInACircle(
                        predecessor.reference, successor.reference);
            }
            if (seen.add(next)) {
                bodies.findById(next).predecessors.stream()
                        .map(Succession::predecessor)
                        .forEach(ahead::add);
            }
        }
    }
}
