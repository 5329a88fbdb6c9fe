package locality.governance.decision;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.UUID;
import locality.governance.body.BodyRegister;
import locality.governance.body.BodyTree;
import locality.governance.recorder.Recorder;
import locality.governance.validity.Outcome;
import org.jspecify.annotations.Nullable;

/// Refers a matter to a body that the one it is before is accountable to: what a body cannot decide
/// goes to its parent. It waits there for the next meeting that is planned.
@ApplicationScoped
class ReferDecision {

    private final Decisions decisions;
    private final TakeDecision takeDecision;
    private final PlaceMatters place;
    private final BodyRegister bodies;
    private final BodyTree tree;
    private final Recorder recorder;

    ReferDecision(
            Decisions decisions,
            TakeDecision takeDecision,
            PlaceMatters place,
            BodyRegister bodies,
            BodyTree tree,
            Recorder recorder) {
        this.decisions = decisions;
        this.takeDecision = takeDecision;
        this.place = place;
        this.bodies = bodies;
        this.tree = tree;
        this.recorder = recorder;
    }

    /// @param to one of several parents, or the parent of what was referred before there was one;
    ///   null for the one on record
    @Transactional
    Decision handle(String idOrReference, @Nullable String ifMatch, @Nullable String to) {
        var decision = decisions.require(idOrReference);
        recorder.requireWriting(decision.locality, "decision", idOrReference);
        decision.requireUnchanged(ifMatch);
        if (decision.state != DecisionState.REFERRED) {
            decision.requireNext(DecisionState.REFERRED);
        }
        decision.referredTo = parent(decision, to, recorder.today());
        if (decision.state == DecisionState.TABLED
                && decision.meetingId != null
                && decision.item != null) {
            takeDecision.handle(
                    decision.meetingId.toString(),
                    decision.item,
                    null,
                    new TakeDecision.Said(Outcome.REFERRED, null, null));
        }
        decisions.flush();
        place.referred(decision);
        return decision;
    }

    private UUID parent(Decision decision, @Nullable String to, LocalDate on) {
        var parents = tree.parents(decision.bodyId, on);
        if (to == null) {
            return parents.stream()
                    .findFirst()
                    .orElseThrow(() -> new DecisionRefusal.NoParent(decision.bodyName));
        }
        var body = bodies.require(to, on);
        if (!parents.contains(body.id())) {
            throw new DecisionRefusal.NotTheParent(decision.bodyName, body.reference());
        }
        return body.id();
    }
}
