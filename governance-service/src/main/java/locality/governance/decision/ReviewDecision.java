package locality.governance.decision;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import locality.governance.authority.Standing;
import locality.governance.body.BodyOnDate;
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
    private final ReplaceDecision replace;
    private final SchemeOfDelegation scheme;
    private final BodyRegister bodies;
    private final BodyTree tree;
    private final Recorder recorder;
    private final EventLog eventLog;

    ReviewDecision(
            Decisions decisions,
            DecisionSteps steps,
            ConcludeMatter conclude,
            ReplaceDecision replace,
            SchemeOfDelegation scheme,
            BodyRegister bodies,
            BodyTree tree,
            Recorder recorder,
            EventLog eventLog) {
        this.decisions = decisions;
        this.steps = steps;
        this.conclude = conclude;
        this.replace = replace;
        this.scheme = scheme;
        this.bodies = bodies;
        this.tree = tree;
        this.recorder = recorder;
        this.eventLog = eventLog;
    }

    /// What a scrutiny committee says of it.
    ///
    /// @param on the day it does
    record Said(String scrutiny, LocalDate on, String reason) {}

    @Transactional
    Decision callIn(String idOrReference, @Nullable String ifMatch, Said said) {
        var decision = require(idOrReference, ifMatch);
        var committee = bodies.require(said.scrutiny, said.on);
        requireScrutinyOf(decision, committee);
        var before = decision.state;
        var told = decision.callIn(said.on, said.reason);
        if (said.on.isAfter(recorder.today())) {
            throw new StepRefusal.CallInLiesAhead(decision.reference, recorder.today(), said.on);
        }
        note(decision, before, said, committee.id());
        eventLog.append(told);
        return decision;
    }

    @Transactional
    Decision uphold(String idOrReference, @Nullable String ifMatch, Said said) {
        var decision = require(idOrReference, ifMatch);
        decision.requireCalledIn();
        var committee = requireWhoCalledIn(decision, said);
        var before = decision.state;
        var request = conclude.openRequestOf(decision);
        var told = decision.uphold(said.on, request);
        conclude.handle(decision, request, said.on);
        note(decision, before, said, committee);
        eventLog.append(told);
        replace.takeThePlace(decision);
        return decision;
    }

    @Transactional
    Decision sendBack(String idOrReference, @Nullable String ifMatch, Said said) {
        var decision = require(idOrReference, ifMatch);
        decision.requireNext(DecisionState.PROPOSED);
        var committee = requireWhoCalledIn(decision, said);
        var before = decision.state;
        var told = decision.sendBack(said.on, said.reason);
        scheme.free(decision.id, said.on);
        note(decision, before, said, committee);
        eventLog.append(told);
        return decision;
    }

    private Decision require(String idOrReference, @Nullable String ifMatch) {
        var decision = decisions.requireAlone(idOrReference);
        recorder.requireWriting(decision.matter.place(), "decision", idOrReference);
        recorder.requireWriting(
                bodies.get(decision.bodyId, recorder.today()).locality(),
                "decision",
                idOrReference);
        decision.requireUnchanged(ifMatch);
        return decision;
    }

    /// A scrutiny committee, established on the day, of the decision's place or serving it.
    private void requireScrutinyOf(Decision decision, BodyOnDate committee) {
        if (!tree.isScrutiny(committee.id())) {
            throw new StepRefusal.NotScrutiny(committee.reference());
        }
        if (committee.standing() != Standing.ESTABLISHED) {
            throw new StepRefusal.ScrutinyNotEstablished(
                    committee.reference(), committee.standing(), committee.on());
        }
        if (committee.locality() != decision.matter.place()
                && !tree.serves(committee.id(), decision.matter.place(), committee.on())) {
            throw new StepRefusal.ScrutinyElsewhere(
                    decision.reference, decision.matter.place(), committee.reference());
        }
    }

    /// The committee that called it in says what becomes of it, from that day on.
    private UUID requireWhoCalledIn(Decision decision, Said said) {
        var committee = bodies.require(said.scrutiny, said.on);
        var calledIn =
                steps.of(List.of(decision.id)).getOrDefault(decision.id, List.of()).stream()
                        .filter(step -> step.toState == DecisionState.CALLED_IN)
                        .reduce((earlier, later) -> later)
                        .orElseThrow();
        if (calledIn.byBody != null && !committee.id().equals(calledIn.byBody)) {
            throw new StepRefusal.CalledInByAnother(
                    decision.reference, bodies.referenceOf(calledIn.byBody), committee.reference());
        }
        var today = recorder.today();
        if (said.on.isBefore(calledIn.happenedOn) || said.on.isAfter(today)) {
            throw new StepRefusal.NotSinceTheCallIn(
                    decision.reference, calledIn.happenedOn, today, said.on);
        }
        return committee.id();
    }

    private void note(Decision decision, DecisionState before, Said said, UUID committee) {
        var because = new DecisionStep.Because(said.reason, committee, null);
        steps.persist(DecisionStep.of(decision.id, before, decision.state, said.on, because));
        decisions.flush();
    }
}
