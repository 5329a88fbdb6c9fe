package locality.budget.commitment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import locality.budget.DryRun;
import locality.platform.caller.Caller;
import locality.platform.eventlog.EventLog;
import locality.platform.time.BusinessClock;
import org.jspecify.annotations.Nullable;

/// Gives back what a commitment still holds.
@ApplicationScoped
class ReleaseCommitment {

    private final Commitments commitments;
    private final Encumbrance encumbrance;
    private final EndVariation endVariation;
    private final EventLog eventLog;
    private final DryRun dryRun;
    private final Clock clock;

    ReleaseCommitment(
            Commitments commitments,
            Encumbrance encumbrance,
            EndVariation endVariation,
            EventLog eventLog,
            DryRun dryRun,
            Clock clock) {
        this.commitments = commitments;
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
            String reason,
            @Nullable String ifMatch,
            boolean onlyTry) {
        var locked = commitments.lock(caller, idOrReference, ifMatch);
        var line = locked.line();
        var commitment = locked.commitment();

        var today = BusinessClock.today(clock);
        var released = commitment.release(reason, today);
        line.release(released.releasedPence());
        commitments.flush();
        encumbrance.giveBack(commitment, caller, released.effectiveOn(), released.releasedPence());
        endVariation.with(commitment, line);
        eventLog.append(released);
        dryRun.undoIf(onlyTry);
        return commitment;
    }
}
