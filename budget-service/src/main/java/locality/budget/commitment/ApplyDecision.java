package locality.budget.commitment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import locality.budget.authority.Authority;
import locality.budget.authority.AwaitedDecision.Verdict;
import locality.budget.authority.DecisionAttempts;
import locality.budget.line.BudgetLine;
import locality.budget.line.Lines;
import locality.platform.event.BoardEvent.DecisionTaken;
import locality.platform.event.CommitmentEvent;
import locality.platform.event.CommitmentEvent.DecisionNotApplied;
import locality.platform.eventlog.EventLog;

/// Applies a decision to the commitment that waits for it, or records why it does not apply. The
/// commitment then waits on, for another body.
@ApplicationScoped
public class ApplyDecision {

    private static final String ACTOR = "governance/decision";

    private final Lines lines;
    private final Commitments commitments;
    private final Encumbrance encumbrance;
    private final EventLog eventLog;
    private final DecisionAttempts attempts;

    ApplyDecision(
            Lines lines,
            Commitments commitments,
            Encumbrance encumbrance,
            EventLog eventLog,
            DecisionAttempts attempts) {
        this.lines = lines;
        this.commitments = commitments;
        this.encumbrance = encumbrance;
        this.eventLog = eventLog;
        this.attempts = attempts;
    }

    /// The lines that these decisions will touch, to be locked before one of them is handled.
    @Transactional
    public Set<UUID> linesOf(Collection<DecisionTaken> decisions) {
        return decisions.stream()
                .flatMap(decision -> commitments.placeOf(decision).stream())
                .map(Commitments.Place::lineId)
                .collect(Collectors.toSet());
    }

    @Transactional
    public void handle(DecisionTaken decision) {
        commitments
                .placeOf(decision)
                .ifPresent(
                        place -> {
                            var line = lines.lock(place.lineId());
                            apply(decision, commitments.findById(place.commitmentId()), line);
                        });
    }

    private void apply(DecisionTaken decision, Commitment commitment, BudgetLine line) {
        var verdict = commitment.awaited().judge(decision);
        attempts.keep(commitment.id, decision, verdict);
        eventLog.append(
                switch (verdict) {
                    case Verdict.Opens _ -> open(decision, commitment, line);
                    case Verdict.Rejects _ -> reject(decision, commitment, line);
                    case Verdict.DoesNotApply(var reasons) ->
                            new DecisionNotApplied(
                                    commitment.id,
                                    decision.decisionId(),
                                    String.join(", ", reasons),
                                    commitment.locality,
                                    decision.effectiveOn());
                });
    }

    private CommitmentEvent open(DecisionTaken decision, Commitment commitment, BudgetLine line) {
        line.commitRequested(commitment.amountPence);
        commitment.beginNoEarlierThan(decision.effectiveOn());
        var opened = commitment.open(Authority.decision(decision.decisionId()));
        commitments.flush();
        encumbrance.hold(commitment, ACTOR);
        return opened;
    }

    private static CommitmentEvent reject(
            DecisionTaken decision, Commitment commitment, BudgetLine line) {
        line.dropRequested(commitment.amountPence);
        return commitment.reject(decision);
    }
}
