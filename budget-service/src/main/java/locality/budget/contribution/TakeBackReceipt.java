package locality.budget.contribution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import locality.budget.DryRun;
import locality.budget.Entered;
import locality.budget.contribution.ReceiveContribution.Received;
import locality.platform.caller.Caller;
import locality.platform.eventlog.EventLog;
import locality.platform.time.BusinessClock;

/// Takes a receipt back that was none: what it paid is owed again. It is reversed effective on its
/// own day, under what allowed it, and what fell due since is receivable again from its day. What
/// falls due waits where nothing allows it any more.
@ApplicationScoped
class TakeBackReceipt {

    private final Contributions contributions;
    private final ContributionHistory history;
    private final ContributionAccounts accounts;
    private final EventLog eventLog;
    private final DryRun dryRun;
    private final Clock clock;

    TakeBackReceipt(
            Contributions contributions,
            ContributionHistory history,
            ContributionAccounts accounts,
            EventLog eventLog,
            DryRun dryRun,
            Clock clock) {
        this.contributions = contributions;
        this.history = history;
        this.accounts = accounts;
        this.eventLog = eventLog;
        this.dryRun = dryRun;
        this.clock = clock;
    }

    @Transactional
    Received handle(
            Caller caller, String idOrReference, String receipt, String reason, boolean onlyTry) {
        var schedule = contributions.lock(caller, idOrReference);
        var account = accounts.open(schedule, caller.actor());
        var taken = history.requireReceipt(schedule.id, receipt);
        if (account.isTakenBack(taken.id)) {
            throw new ContributionRefusal.AlreadyTakenBack(schedule.reference, taken.document);
        }
        var today = BusinessClock.today(clock);
        account.allowed().ifPresent(_ -> account.bringUpTo(today));
        var back = schedule.takeBack(taken, reason, account::isPooledOn, account.heldUpTo(today));
        account.postBack(back, taken, "taken back: " + reason, Entered.by(caller, null));
        contributions.flush();
        eventLog.append(schedule.received(back));
        dryRun.undoIf(onlyTry);
        return new Received(schedule, back);
    }
}
