package locality.governance.decision;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.UUID;
import locality.governance.body.BodyRegister;
import locality.governance.body.BodyTree;
import locality.governance.recorder.Recorder;
import locality.governance.validity.Outcome;
import locality.platform.eventlog.EventLog;
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
    private final DecisionSteps steps;
    private final EventLog eventLog;

    ReferDecision(
            Decisions decisions,
            TakeDecision takeDecision,
            PlaceMatters place,
            BodyRegister bodies,
            BodyTree tree,
            Recorder recorder,
            DecisionSteps steps,
            EventLog eventLog) {
        this.decisions = decisions;
        this.takeDecision = takeDecision;
        this.place = place;
        this.bodies = bodies;
        this.tree = tree;
        this.recorder = recorder;
        this.steps = steps;
        this.eventLog = eventLog;
    }

    /// @param to one of several parents, or the parent of what was referred before there was one;
    ///   null for the one on record
    @Transactional
    Decision handle(String idOrReference, @Nullable String ifMatch, @Nullable String to) {
        var decision = decisions.require(idOrReference);
        recorder.requireWriting(decision.matter.place(), "decision", idOrReference);
        decision.requireUnchanged(ifMatch);
        if (decision.state != DecisionState.REFERRED) {
            decision.requireNext(DecisionState.REFERRED);
        }
        requireNotPlaced(decision);
        var before = decision.state;
        var former = decision.referredTo;
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
        tell(decision, before, former);
        place.referred(decision);
        return decision;
    }

    private void requireNotPlaced(Decision decision) {
        decisions
                .find("referredFrom", decision.id)
                .firstResultOptional()
                .ifPresent(
                        followUp -> {
                            throw new StepRefusal.ReferredAlready(
                                    decision.reference, followUp.reference);
                        });
    }

    /// Where it went is written down; what was referred before, and is told where to only now, is
    /// told again.
    private void tell(Decision decision, DecisionState before, @Nullable UUID former) {
        var to = requireNonNull(decision.referredTo);
        var today = recorder.today();
        var reason = "Referred to " + tree.nameOf(to, today);
        if (before != decision.state) {
            steps.persist(
                    DecisionStep.of(
                            decision.id,
                            before,
                            decision.state,
                            today,
                            new DecisionStep.Because(reason, decision.bodyId, null)));
        }
        decisions.flush();
        if (before == decision.state && !to.equals(former)) {
            eventLog.append(decision.directed(today, reason));
        }
    }

    private UUID parent(Decision decision, @Nullable String to, LocalDate on) {
        var parents = tree.parents(decision.bodyId, on);
        if (to == null) {
            return parents.stream()
                    .findFirst()
                    .orElseThrow(() -> new StepRefusal.NoParent(decision.bodyName));
        }
        var body = bodies.require(to, on);
        if (!parents.contains(body.id())) {
            throw new StepRefusal.NotTheParent(decision.bodyName, body.reference());
        }
        return body.id();
    }
}
