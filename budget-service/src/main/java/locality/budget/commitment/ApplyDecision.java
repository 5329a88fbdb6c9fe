package locality.budget.commitment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
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
import locality.platform.eventlog.EventLog;
import locality.platform.time.BusinessClock;

/// Applies a decision to the commitment, or to the variation of one, that waits for it, or records
/// why it does not apply. It then waits on, for another body.
@ApplicationScoped
public class ApplyDecision {

    static final String ACTOR = "governance/decision";

    private final Lines lines;
    private final Commitments commitments;
    private final ApplyToVariation applyToVariation;
    private final Encumbrance encumbrance;
    private final EventLog eventLog;
    private final Clock clock;
    private final DecisionAttempts attempts;

    ApplyDecision(
            Lines lines,
            Commitments commitments,
            ApplyToVariation applyToVariation,
            Encumbrance encumbrance,
            DecisionAttempts attempts,
            EventLog eventLog,
            Clock clock) {
        this.lines = lines;
        this.commitments = commitments;
        this.applyToVariation = applyToVariation;
        this.encumbrance = encumbrance;
        this.eventLog = eventLog;
        this.attempts = attempts;
        this.clock = clock;
    }

    /// The lines that these decisions will touch, to be locked before one of them is handled.
    @Transactional
    public Set<UUID> linesOf(Collection<DecisionTaken> decisions) {
        return decisions.stream()
                .flatMap(decision -> lineOf(decision).stream())
                .collect(Collectors.toSet());
    }

    private Optional<UUID> lineOf(DecisionTaken decision) {
        return applyToVariation
                .lineOf(decision)
                .or(() -> commitments.placeOf(decision).map(Commitments.Place::lineId));
    }

    @Transactional
    public void handle(DecisionTaken decision) {
        if (applyToVariation.handle(decision)) {
            return;
        }
        commitments
                .placeOf(decision)
                .ifPresent(
                        place -> {
                            var line = lines.lock(place.lineId());
                            apply(decision, commitments.findById(place.commitmentId()), line);
                        });
    }

    private void apply(DecisionTaken decision, Commitment commitment, BudgetLine line) {
        var before = attempts.decidedOf(commitment.id);
        var allowedOn = before.with(decision.effectiveOn());
        var judged = commitment.asked().awaited().judge(decision, before);
        var begins = commitment.term().beginningBy(allowedOn);
        var verdict = encumbrance.onTheDay(judged, commitment, line, begins);
        attempts.keep(commitment.id, decision, verdict);
        commitments.showsAnother(commitment);
        eventLog.append(
                switch (verdict) {
                    case Verdict.Opens _ -> open(decision, commitment, line, allowedOn);
                    case Verdict.Rejects _ -> reject(decision, commitment, line);
                    case Verdict.AllowsInPart _, Verdict.DoesNotApply _ ->
                            commitment.told().notApplied(decision, verdict, commitment.requestId);
                });
    }

    /// It rests on the last decision; where others allowed a part of it before, on all of them.
    private CommitmentEvent open(
            DecisionTaken decision, Commitment commitment, BudgetLine line, LocalDate allowedOn) {
        line.commitRequested(commitment.amountPence);
        commitment.beginNoEarlierThan(allowedOn, line);
        var opened =
                commitment.open(
                        Authority.decision(decision.decisionId()), BusinessClock.today(clock));
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
