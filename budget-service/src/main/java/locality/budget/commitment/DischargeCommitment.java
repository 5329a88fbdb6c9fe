package locality.budget.commitment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import locality.budget.DryRun;
import locality.budget.authority.DecisionAttempts;
import locality.budget.authority.KnownDecisions;
import locality.budget.fund.Funds;
import locality.platform.caller.Caller;
import locality.platform.eventlog.EventLog;
import locality.platform.identifier.Ids;
import locality.platform.time.BusinessClock;
import org.jspecify.annotations.Nullable;

/// Pays out a part of a commitment: what was held becomes spend.
@ApplicationScoped
class DischargeCommitment {

    private final Funds funds;
    private final Commitments commitments;
    private final KnownDecisions decisions;
    private final DecisionAttempts attempts;
    private final Encumbrance encumbrance;
    private final EndVariation endVariation;
    private final EventLog eventLog;
    private final DryRun dryRun;
    private final Clock clock;

    DischargeCommitment(
            Funds funds,
            Commitments commitments,
            KnownDecisions decisions,
            DecisionAttempts attempts,
            Encumbrance encumbrance,
            EndVariation endVariation,
            EventLog eventLog,
            DryRun dryRun,
            Clock clock) {
        this.funds = funds;
        this.commitments = commitments;
        this.decisions = decisions;
        this.attempts = attempts;
        this.encumbrance = encumbrance;
        this.endVariation = endVariation;
        this.eventLog = eventLog;
        this.dryRun = dryRun;
        this.clock = clock;
    }

    @Transactional
    Commitment handle(
            Caller caller,
            String idOrReference,
            CommitmentLifeResource.Discharge asked,
            @Nullable String ifMatch,
            boolean onlyTry) {
        var locked = commitments.lock(caller, idOrReference, ifMatch);
        var line = locked.line();
        var commitment = locked.commitment();

        var year = funds.findById(commitment.fundId).financialYear();
        var on = commitment.term().dayOf(asked.effectiveDate(), year, BusinessClock.today(clock));
        var entry = Ids.next();
        requireStanding(commitment);
        var discharged =
                commitment.discharge(
                        asked.amountPence(),
                        asked.isFinal(),
                        entry,
                        on,
                        commitments.heldByDay(commitment));
        line.discharge(discharged.amountPence(), on);
        line.release(discharged.releasedPence());
        commitments.flush();
        var description =
                asked.description() == null
                        ? "%s paid to %s".formatted(commitment.reference, commitment.provider)
                        : asked.description();
        encumbrance.spend(
                commitment,
                caller,
                on,
                description,
                discharged.amountPence(),
                discharged.releasedPence(),
                entry);
        endVariation.with(commitment, line);
        eventLog.append(discharged);
        dryRun.undoIf(onlyTry);
        return commitment;
    }

    /// Nothing is paid under a decision that was called in, sent back, rescinded or superseded, be
    /// it of one owner's body among several.
    private void requireStanding(Commitment commitment) {
        var decision = commitment.decisionId;
        if (decision != null) {
            attempts.allowedTogether(decision).forEach(decisions::requireStanding);
        }
    }
}
