package locality.governance.decision;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import locality.governance.body.BodyRegister;
import locality.governance.body.BodyTree;
import locality.governance.delegation.SchemeOfDelegation;
import locality.governance.recorder.Recorder;
import locality.platform.eventlog.EventLog;
import org.jspecify.annotations.Nullable;

/// Scrutiny calls a decision in before it takes effect, and then lets it stand or has it decided
/// again. Executive decisions may be so reviewed under the Local Government Act 2000, section 9F.
@ApplicationScoped
class ReviewDecision {

    private final Decisions decisions;
    private final DecisionSteps steps;
    private final ConcludeMatter conclude;
    private final SchemeOfDelegation scheme;
    private final BodyRegister bodies;
    private final BodyTree tree;
    private final Recorder recorder;
    private final EventLog eventLog;

    ReviewDecision(
            Decisions decisions,
            DecisionSteps steps,
            ConcludeMatter conclude,
            SchemeOfDelegation scheme,
            BodyRegister bodies,
            BodyTree tree,
            Recorder recorder,
            EventLog eventLog) {
        this.decisions = decisions;
        this.steps = steps;
        this.conclude = conclude;
        this.scheme = scheme;
        this.bodies = bodies;
        this.tree = tree;
        this.recorder = recorder;
        this.eventLog = eventLog;
    }

    /// @param scrutiny the committee that calls it in
    @Transactional
    Decision callIn(
            String idOrReference,
            @Nullable String ifMatch,
            String scrutiny,
            LocalDate on,
            String reason) {
        var decision = require(idOrReference, ifMatch);
        var committee = bodies.require(scrutiny, on);
        if (!tree.isScrutiny(committee.id())) {
            throw new DecisionRefusal.NotScrutiny(committee.reference());
        }
        var before = decision.state;
        var told = decision.callIn(on, reason);
        note(decision, before, on, new DecisionStep.Because(reason, committee.id(), null));
        eventLog.append(told);
        return decision;
    }

    @Transactional
    Decision uphold(String idOrReference, @Nullable String ifMatch, LocalDate on, String reason) {
        var decision = require(idOrReference, ifMatch);
        var before = decision.state;
        var request = conclude.openRequestOf(decision);
        var told = decision.uphold(on, request);
        conclude.handle(decision, request, on);
        note(decision, before, on, DecisionStep.Because.of(reason));
        eventLog.append(told);
        return decision;
    }

    @Transactional
    Decision sendBack(String idOrReference, @Nullable String ifMatch, LocalDate on, String reason) {
        var decision = require(idOrReference, ifMatch);
        var before = decision.state;
        var told = decision.sendBack(on, reason);
        scheme.free(decision.id, on);
        note(decision, before, on, DecisionStep.Because.of(reason));
        eventLog.append(told);
        return decision;
    }

    private Decision require(String idOrReference, @Nullable String ifMatch) {
        var decision = decisions.requireAlone(idOrReference);
        recorder.requireWriting(decision.locality, "decision", idOrReference);
        decision.requireUnchanged(ifMatch);
        return decision;
    }

    private void note(
            Decision decision, DecisionState before, LocalDate on, DecisionStep.Because because) {
        steps.persist(DecisionStep.of(decision.id, before, decision.state, on, because));
        decisions.flush();
    }
}
