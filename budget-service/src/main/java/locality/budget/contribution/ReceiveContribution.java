package locality.budget.contribution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import java.util.function.Predicate;
import locality.budget.DryRun;
import locality.budget.Entered;
import locality.budget.contribution.ContributionAccounts.Open;
import locality.platform.caller.Caller;
import locality.platform.eventlog.EventLog;
import locality.platform.fact.Provenance;
import locality.platform.time.BusinessClock;
import org.jspecify.annotations.Nullable;

/// Takes what a partner paid: the oldest instalments first. What is not due yet is income in
/// advance until its day; what was due stays owed when the pool has ended.
@ApplicationScoped
class ReceiveContribution {

    private final Contributions contributions;
    private final ContributionHistory history;
    private final ContributionAccounts accounts;
    private final EventLog eventLog;
    private final DryRun dryRun;
    private final Clock clock;

    ReceiveContribution(
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
            Caller caller,
            String idOrReference,
            Receipt receipt,
            @Nullable Provenance provenance,
            boolean onlyTry) {
        var account = accounts.open(contributions.lock(caller, idOrReference), caller.actor());
        var today = BusinessClock.today(clock);
        var lines = BankLines.of(history.receipts(account.fund().id(), Set.of(receipt.document())));
        var movement = check(account, receipt, lines, today);
        post(account, movement, Entered.by(caller, provenance), today);
        contributions.flush();
        dryRun.undoIf(onlyTry);
        return new Received(account.schedule(), movement);
    }

    /// What was received, and what the contribution is by it.
    record Received(ContributionSchedule schedule, ContributionMovement movement) {}

    /// Asks every rule, and lays the money on the instalments; nothing is posted yet.
    ///
    /// @param lines that the fund took before, that of the receipt among them if it did
    ContributionMovement check(Open account, Receipt receipt, BankLines lines, LocalDate today) {
        account.requireReceivable(receipt.amountPence());
        account.requireInTheYear(receipt.receivedOn());
        lines.requireFree(receipt.document());
        return receive(account, receipt, today);
    }

    /// What is owed for a pooled day may come on any later one. With nothing owed any more, money
    /// comes in advance, and only while it is pooled.
    private static ContributionMovement receive(Open account, Receipt receipt, LocalDate today) {
        Predicate<LocalDate> receivable =
                dueOn -> account.isReceivableOn(receipt.receivedOn(), dueOn);
        if (!account.schedule().left(receivable).isPositive()) {
            account.requirePooledOn(receipt.receivedOn());
        }
        var posted = account.upTo(today);
        var movement = account.schedule().receive(receipt, account::isPooledOn, receivable, today);
        account.schedule().postedUpTo(posted, account::isPooledOn);
        return movement;
    }

    void post(Open account, ContributionMovement movement, Provenance provenance, LocalDate today) {
        account.postReceipt(movement, provenance, today);
        eventLog.append(account.schedule().received(movement));
    }
}
