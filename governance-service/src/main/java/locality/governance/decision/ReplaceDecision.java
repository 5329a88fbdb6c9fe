package locality.governance.decision;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import locality.governance.body.BodyTree;
import locality.governance.delegation.SchemeOfDelegation;
import locality.governance.recorder.Recorder;
import locality.platform.eventlog.EventLog;
import org.jspecify.annotations.Nullable;

/// One decision takes another back, takes its place, or makes it good.
@ApplicationScoped
class ReplaceDecision {

    private final Decisions decisions;
    private final DecisionSteps steps;
    private final ConcludeMatter conclude;
    private final SchemeOfDelegation scheme;
    private final BodyTree tree;
    private final Recorder recorder;
    private final EventLog eventLog;

    ReplaceDecision(
            Decisions decisions,
            DecisionSteps steps,
            ConcludeMatter conclude,
            SchemeOfDelegation scheme,
            BodyTree tree,
            Recorder recorder,
            EventLog eventLog) {
        this.decisions = decisions;
        this.steps = steps;
        this.conclude = conclude;
        this.scheme = scheme;
        this.tree = tree;
        this.recorder = recorder;
        this.eventLog = eventLog;
    }

    /// What is said of it.
    ///
    /// @param by the decision that does it, its id or reference
    record Said(String by, String reason) {}

    @Transactional
    Decision rescind(String idOrReference, @Nullable String ifMatch, Said said) {
        return end(idOrReference, ifMatch, said, DecisionState.RESCINDED);
    }

    @Transactional
    Decision supersede(String idOrReference, @Nullable String ifMatch, Said said) {
        return end(idOrReference, ifMatch, said, DecisionState.SUPERSEDED);
    }

    private Decision end(
            String idOrReference, @Nullable String ifMatch, Said said, DecisionState next) {
        var decision = require(idOrReference, ifMatch);
        decision.requireNext(next);
        var by = requireBinding(said.by);
        var replacement = new Replacement(decision, by);
        replacement.requireLater();
        replacement.requireNotOverTheBody();
        requireOfTheBody(decision, by);
        replacement.requireAboutIt(next);
        requireMadeNothingGood(decision);
        end(decision, by, said, next);
        return decision;
    }

    private void end(Decision decision, Decision by, Said said, DecisionState next) {
        var before = decision.state;
        var told = decision.giveWay(next, by, said.reason);
        scheme.free(decision.id, requireNonNull(by.effectiveOn));
        note(decision, before, by, said);
        eventLog.append(told);
    }

    /// Notes the decision that a proposal names as the one whose place it takes.
    ///
    /// @param named its id or reference, null for none
    /// @param on the day it is to be decided
    /// @throws locality.platform.refusal.Refusal `SUPERSEDES_NOTHING` unless it is in effect and
    ///   the caller reads it; `BY_DECISION_DOES_NOT_BIND` when what is proposed never does; and as
    ///   [#requireMayTakeThePlace] does
    void propose(Decision by, @Nullable String named, LocalDate on) {
        if (named == null) {
            return;
        }
        if (!by.matter.type().needsAuthority()) {
            throw new DecisionRefusal.ByDoesNotBind(by.reference, by.state, by.matter.type());
        }
        by.supersedes =
                decisions
                        .lookUp(named)
                        .filter(decision -> recorder.shown(null).contains(decision.matter.place()))
                        .filter(decision -> decision.state == DecisionState.IN_EFFECT)
                        .map(decision -> decision.id)
                        .orElseThrow(() -> new DecisionRefusal.SupersedesNothing(named));
        requireMayTakeThePlace(by, on);
    }

    /// What it names may give way to it: a decision in effect, of the same subject, of the same
    /// body or the one before it. What ended meanwhile is nothing to it any longer.
    ///
    /// @param on the day it is decided
    /// @throws locality.platform.refusal.Refusal `BY_DECISION_IS_EARLIER`, `BY_ANOTHER_BODY`,
    ///   `BY_DECISION_IS_ABOUT_ANOTHER`, `RATIFIED_WHAT_STANDS`, `SUPERSEDED_ALREADY`
    void requireMayTakeThePlace(Decision by, LocalDate on) {
        var decision = decisions.replacedBy(by);
        if (decision == null) {
            return;
        }
        var replacement = new Replacement(decision, by);
        replacement.requireLater(on);
        replacement.requireNotOverTheBody();
        if (!by.bodyId.equals(decision.bodyId) && !tree.succeeds(by.bodyId, decision.bodyId, on)) {
            throw byAnotherBody(decision, by);
        }
        replacement.requireAboutIt(DecisionState.SUPERSEDED);
        requireMadeNothingGood(decision);
        decisions
                .othersReplacing(decision, by)
                .ifPresent(
                        other -> {
                            throw new DecisionRefusal.SupersededAlready(
                                    decision.reference, other.reference);
                        });
    }

    /// Ends what it names, as it comes to bind, and tells so.
    void takeThePlace(Decision by) {
        var named = decisions.replacedBy(by);
        if (named == null
                || !by.state.binds()
                || by.takenAs == null
                || !by.takenAs.needsAuthority()) {
            return;
        }
        var decision = decisions.requireAlone(named.id.toString());
        if (decision.state != DecisionState.IN_EFFECT) {
            return;
        }
        end(
                decision,
                by,
                new Said(by.reference, "Superseded by " + by.reference),
                DecisionState.SUPERSEDED);
    }

    @Transactional
    Decision ratify(String idOrReference, @Nullable String ifMatch, Said said) {
        var decision = require(idOrReference, ifMatch);
        decision.requireNext(DecisionState.RATIFIED);
        var by = requireBinding(said.by);
        var replacement = new Replacement(decision, by);
        replacement.requireRatifying();
        requireMayTakeThePlace(decision, requireNonNull(by.effectiveOn));
        decisions.holdSubjectOf(decision);
        replacement.requireWithinWhatWasProven(
                decisions.earlierOfSubject(decision, requireNonNull(by.effectiveOn)));
        var before = decision.state;
        var request = conclude.openRequestOf(decision);
        var told = decision.ratify(by, request);
        conclude.handle(decision, request, requireNonNull(by.effectiveOn));
        note(decision, before, by, said);
        eventLog.append(told);
        takeThePlace(decision);
        return decision;
    }

    private Decision require(String idOrReference, @Nullable String ifMatch) {
        var decision = decisions.requireAlone(idOrReference);
        recorder.requireWriting(decision.matter.place(), "decision", idOrReference);
        decision.requireUnchanged(ifMatch);
        return decision;
    }

    private Decision requireBinding(String idOrReference) {
        var by = decisions.requireStill(idOrReference);
        recorder.requireReading(by.matter.place(), "decision", idOrReference);
        if (!by.state.binds() || by.takenAs == null || !by.takenAs.needsAuthority()) {
            throw new DecisionRefusal.ByDoesNotBind(
                    by.reference, by.state, by.takenAs == null ? by.matter.type() : by.takenAs);
        }
        return by;
    }

    /// The body's own, its successor's, or one of a body it is accountable to that day.
    private void requireOfTheBody(Decision decision, Decision by) {
        var on = requireNonNull(by.effectiveOn);
        if (!by.bodyId.equals(decision.bodyId)
                && !tree.parents(decision.bodyId, on).contains(by.bodyId)
                && !tree.succeeds(by.bodyId, decision.bodyId, on)) {
            throw byAnotherBody(decision, by);
        }
    }

    private static DecisionRefusal byAnotherBody(Decision decision, Decision by) {
        return new DecisionRefusal.ByAnotherBody(
                decision.reference, decision.bodyName, by.reference, by.bodyName);
    }

    /// What it made good rests on its authority, and on what it used of limits.
    private void requireMadeNothingGood(Decision decision) {
        steps.ratifiedBy(decision.id).stream()
                .map(decisions::findById)
                .filter(ratified -> ratified.state.binds())
                .findFirst()
                .ifPresent(
                        ratified -> {
                            throw new DecisionRefusal.RatifiedWhatStands(
                                    decision.reference, ratified.reference);
                        });
    }

    private void note(Decision decision, DecisionState before, Decision by, Said said) {
        steps.persist(
                DecisionStep.of(
                        decision.id,
                        before,
                        decision.state,
                        requireNonNull(by.effectiveOn),
                        new DecisionStep.Because(said.reason, by.bodyId, by.id)));
        decisions.flush();
    }
}
