package locality.governance.decision;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import locality.governance.body.BodyTree;
import locality.governance.delegation.SchemeOfDelegation;
import locality.governance.recorder.Recorder;
import locality.governance.validity.DecisionType;
import locality.platform.eventlog.EventLog;
import org.jspecify.annotations.Nullable;

/// One decision takes another back, takes its place, or makes it good.
@ApplicationScoped
class ReplaceDecision {

    private final Decisions decisions;
    private final DecisionsOfSubject subjects;
    private final DecisionSteps steps;
    private final ConcludeMatter conclude;
    private final SchemeOfDelegation scheme;
    private final BodyTree tree;
    private final Recorder recorder;
    private final EventLog eventLog;

    ReplaceDecision(
            Decisions decisions,
            DecisionsOfSubject subjects,
            DecisionSteps steps,
            ConcludeMatter conclude,
            SchemeOfDelegation scheme,
            BodyTree tree,
            Recorder recorder,
            EventLog eventLog) {
        this.decisions = decisions;
        this.subjects = subjects;
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
    /// @throws ReplacementRefusal `SUPERSEDES_NOTHING` unless it is in effect in the same place;
    ///   `BY_DECISION_DOES_NOT_BIND` when what is proposed never does; and as
    ///   [#requireMayTakeThePlace] does
    void propose(Decision by, @Nullable String named, LocalDate on) {
        if (named == null) {
            return;
        }
        if (!by.matter.type().needsAuthority()) {
            throw new ReplacementRefusal.ByDoesNotBind(by.reference, by.state, by.matter.type());
        }
        var decision =
                decisions
                        .lookUp(named)
                        .filter(one -> one.matter.place() == by.matter.place())
                        .orElseThrow(() -> new ReplacementRefusal.SupersedesNothing(named));
        requireMayTakeThePlace(decision, by, on);
        by.supersedes = decision.id;
    }

    /// Why a decision does not take the place of the one it names, by now: what was carried is
    /// carried, and then supersedes nothing.
    ///
    /// @param on the day it is decided, or comes to bind
    /// @return null when it takes it, or names none
    @Nullable String whyItSupersedesNothing(Decision by, LocalDate on) {
        if (by.supersedes == null) {
            return null;
        }
        try {
            requireMayTakeThePlace(decisions.findById(by.supersedes), by, on);
            return null;
        } catch (ReplacementRefusal refused) {
            return refused.getMessage();
        }
    }

    /// One gives way to another: a decision in effect, of the same subject, of the same body or the
    /// one before it.
    ///
    /// @param on the day the other is decided
    /// @throws ReplacementRefusal `SUPERSEDES_NOTHING`, `BY_DECISION_IS_EARLIER`,
    ///   `BY_ANOTHER_BODY`, `RATIFY_SUPERSEDES_NOTHING`, `BY_DECISION_IS_ABOUT_ANOTHER`,
    ///   `RATIFIED_WHAT_STANDS`, `SUPERSEDED_ALREADY`
    private void requireMayTakeThePlace(Decision decision, Decision by, LocalDate on) {
        if (decision.state != DecisionState.IN_EFFECT) {
            throw new ReplacementRefusal.SupersedesNothing(decision.reference);
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
                            throw new ReplacementRefusal.SupersededAlready(
                                    decision.reference, other.reference);
                        });
    }

    /// Ends what it names, as it comes to bind, and tells so; or says why it does not: what it
    /// names may have ended, or made another good, while it waited.
    void takeThePlace(Decision by) {
        if (by.supersedes == null || !by.state.binds() || by.takenAs != DecisionType.APPROVE) {
            return;
        }
        var decision = decisions.requireAlone(by.supersedes.toString());
        var whyNot = whyItSupersedesNothing(by, requireNonNull(by.effectiveOn));
        if (whyNot != null) {
            by.supersedeNothing(whyNot);
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
        subjects.holdSubjectOf(decision);
        var by = requireBinding(said.by);
        var replacement = new Replacement(decision, by);
        replacement.requireRatifying();
        var whyNot = whyItSupersedesNothing(decision, requireNonNull(by.effectiveOn));
        if (whyNot != null) {
            decision.supersedeNothing(whyNot);
        }
        replacement.requireWithinWhatWasProven(
                subjects.earlierOfSubject(decision, requireNonNull(by.effectiveOn)));
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
            throw new ReplacementRefusal.ByDoesNotBind(
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

    private static ReplacementRefusal byAnotherBody(Decision decision, Decision by) {
        return new ReplacementRefusal.ByAnotherBody(
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
                            throw new ReplacementRefusal.RatifiedWhatStands(
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
