package locality.budget.commitment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import locality.budget.DryRun;
import locality.budget.line.BudgetLine;
import locality.platform.caller.Caller;
import locality.platform.event.CommitmentEvent;
import locality.platform.eventlog.EventLog;
import locality.platform.time.BusinessClock;
import org.jspecify.annotations.Nullable;

/// Takes back a request on which nobody has decided, of a commitment or of its variation, and frees
/// what was set aside for it.
@ApplicationScoped
class WithdrawCommitment {

    private final Commitments commitments;
    private final Variations variations;
    private final EventLog eventLog;
    private final DryRun dryRun;
    private final Clock clock;

    WithdrawCommitment(
            Commitments commitments,
            Variations variations,
            EventLog eventLog,
            DryRun dryRun,
            Clock clock) {
        this.commitments = commitments;
        this.variations = variations;
        this.eventLog = eventLog;
        this.dryRun = dryRun;
        this.clock = clock;
    }

    @Transactional
    Commitment handle(
            Caller caller,
            String idOrReference,
            String reason,
            @Nullable String ifMatch,
            boolean onlyTry) {
        var locked = commitments.lock(caller, idOrReference, ifMatch);
        var line = locked.line();
        var commitment = locked.commitment();

        eventLog.append(
                variations
                        .waitingOn(commitment)
                        .map(one -> withdraw(caller, reason, commitment, one, line))
                        .orElseGet(() -> withdraw(caller, reason, commitment, line)));
        dryRun.undoIf(onlyTry);
        return commitment;
    }

    private CommitmentEvent withdraw(
            Caller caller, String reason, Commitment commitment, BudgetLine line) {
        var today = BusinessClock.today(clock);
        var withdrawn = commitment.withdraw(caller.organisation(), reason, today);
        line.dropRequested(commitment.amountPence);
        commitments.flush();
        return withdrawn;
    }

    private CommitmentEvent withdraw(
            Caller caller,
            String reason,
            Commitment commitment,
            Variation waiting,
            BudgetLine line) {
        var today = BusinessClock.today(clock);
        var withdrawn = waiting.withdraw(commitment, caller.organisation(), reason, today);
        line.dropRequested(waiting.rise());
        commitments.showsAnother(commitment);
        variations.flush();
        return withdrawn;
    }
}
