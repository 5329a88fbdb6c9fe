package locality.budget.commitment;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import locality.budget.authority.Authority;
import locality.budget.authority.AwaitedDecision.Verdict;
import locality.budget.authority.DecisionAttempts;
import locality.budget.line.BudgetLine;
import locality.budget.line.Lines;
import locality.platform.event.BoardEvent.DecisionTaken;
import locality.platform.event.CommitmentEvent;
import locality.platform.eventlog.EventLog;
import locality.platform.fact.Provenance;

/// Applies a decision to the variation that waits for it, or records why it does not apply.
@ApplicationScoped
class ApplyToVariation {

    private final Lines lines;
    private final Commitments commitments;
    private final Variations variations;
    private final Encumbrance encumbrance;
    private final DecisionAttempts attempts;
    private final EventLog eventLog;

    ApplyToVariation(
            Lines lines,
            Commitments commitments,
            Variations variations,
            Encumbrance encumbrance,
            DecisionAttempts attempts,
            EventLog eventLog) {
        this.lines = lines;
        this.commitments = commitments;
        this.variations = variations;
        this.encumbrance = encumbrance;
        this.attempts = attempts;
        this.eventLog = eventLog;
    }

    /// The line to lock for it.
    Optional<UUID> lineOf(DecisionTaken decision) {
        return variations.placeOf(decision).map(Variations.Place::lineId);
    }

    /// @return whether a variation asked for it
    boolean handle(DecisionTaken decision) {
        var place = variations.placeOf(decision);
        place.ifPresent(
                one -> {
                    var line = lines.lock(one.lineId());
                    var commitment = commitments.findById(one.commitmentId());
                    apply(decision, variations.findById(one.variationId()), commitment, line);
                });
        return place.isPresent();
    }

    private void apply(
            DecisionTaken decision, Variation variation, Commitment commitment, BudgetLine line) {
        var before = attempts.decidedOf(variation.id);
        var madeOn = variation.madeBy(before.with(decision.effectiveOn()));
        var judged = variation.awaited(commitment).judge(decision, before);
        var verdict = encumbrance.onTheDay(judged, commitment, line, madeOn);
        attempts.keep(variation.id, decision, verdict);
        commitments.showsAnother(commitment);
        eventLog.append(
                switch (verdict) {
                    case Verdict.Opens _ -> make(decision, variation, commitment, line, madeOn);
                    case Verdict.Rejects _ -> {
                        line.dropRequested(variation.rise());
                        yield variation.reject(commitment, decision);
                    }
                    case Verdict.AllowsInPart _, Verdict.DoesNotApply _ ->
                            commitment.told().notApplied(decision, verdict, variation.requestId);
                });
    }

    private CommitmentEvent make(
            DecisionTaken decision,
            Variation variation,
            Commitment commitment,
            BudgetLine line,
            LocalDate on) {
        line.commitRequested(variation.rise());
        var varied = variation.make(commitment, Authority.decision(decision.decisionId()), on);
        variations.flush();
        encumbrance.vary(
                commitment,
                ApplyDecision.ACTOR,
                Provenance.stated(decision.reference(), "-"),
                variation);
        return varied;
    }
}
