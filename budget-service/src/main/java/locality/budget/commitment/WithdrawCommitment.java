package locality.budget.commitment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import locality.budget.DryRun;
import locality.budget.line.Lines;
import locality.platform.caller.Caller;
import locality.platform.eventlog.EventLog;
import locality.platform.http.EntityTag;
import locality.platform.time.BusinessClock;
import org.jspecify.annotations.Nullable;

/// Takes back a request on which nobody has decided, and frees what was set aside for it.
@ApplicationScoped
class WithdrawCommitment {

    private final Lines lines;
    private final Commitments commitments;
    private final EventLog eventLog;
    private final DryRun dryRun;
    private final Clock clock;

    WithdrawCommitment(
            Lines lines, Commitments commitments, EventLog eventLog, DryRun dryRun, Clock clock) {
        this.lines = lines;
        this.commitments = commitments;
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
        var place = commitments.placeOf(caller, idOrReference);
        var line = lines.lock(place.lineId());
        var commitment = commitments.findById(place.commitmentId());
        new EntityTag(commitment.version).check(ifMatch);

        var withdrawn =
                commitment.withdraw(caller.organisation(), reason, BusinessClock.today(clock));
        line.dropRequested(commitment.amountPence);
        commitments.flush();
        eventLog.append(withdrawn);
        dryRun.undoIf(onlyTry);
        return commitment;
    }
}
