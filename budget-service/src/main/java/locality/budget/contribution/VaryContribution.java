package locality.budget.contribution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import locality.budget.DryRun;
import locality.budget.contribution.ContributionAccounts.Open;
import locality.budget.contribution.ContributionResource.NewTerms;
import locality.budget.contribution.ContributionSchedule.Variation;
import locality.budget.ledger.Ledger;
import locality.platform.caller.Caller;
import locality.platform.eventlog.EventLog;
import locality.platform.http.EntityTag;
import locality.platform.money.Pence;
import locality.platform.time.BusinessClock;
import org.jspecify.annotations.Nullable;

/// Varies what is unpaid of a contribution. A rise needs a decision that covers the new amount, a
/// fall one that covers what is given up too, and so does paying later what is overdue. Whatever
/// else changes, what allowed it before is enough. What fell due and waits, because nothing allows
/// it any more, is posted under the decision now cited.
@ApplicationScoped
class VaryContribution {

    private final Contributions contributions;
    private final ContributionAccounts accounts;
    private final ContributionHistory history;
    private final OwedUnder owedUnder;
    private final Ledger ledger;
    private final EventLog eventLog;
    private final DryRun dryRun;
    private final Clock clock;

    VaryContribution(
            Contributions contributions,
            ContributionAccounts accounts,
            ContributionHistory history,
            OwedUnder owedUnder,
            Ledger ledger,
            EventLog eventLog,
            DryRun dryRun,
            Clock clock) {
        this.contributions = contributions;
        this.accounts = accounts;
        this.history = history;
        this.owedUnder = owedUnder;
        this.ledger = ledger;
        this.eventLog = eventLog;
        this.dryRun = dryRun;
        this.clock = clock;
    }

    @Transactional
    ContributionSchedule handle(
            Caller caller,
            String idOrReference,
            NewTerms asked,
            @Nullable String ifMatch,
            boolean onlyTry) {
        var schedule = contributions.lock(caller, idOrReference);
        new EntityTag(schedule.version).check(ifMatch);
        var cited = asked.decisionId() == null ? Set.<String>of() : Set.of(asked.decisionId());
        var account = accounts.open(schedule, cited, caller.actor());
        vary(account, asked, caller.actor());
        contributions.flush();
        dryRun.undoIf(onlyTry);
        return schedule;
    }

    /// As [#handle], of a contribution that is locked, and with it what it is owed under and will
    /// be.
    void vary(Open account, NewTerms asked, String actor) {
        var today = BusinessClock.today(clock);
        var schedule = account.schedule();
        var owed = Obligation.of(schedule, account::isPooledOn, today);
        var variation = variation(account, asked, today);
        if (account.allowed().isEmpty()) {
            schedule.decisionId = variation.decisionId();
        }
        account.bringUpTo(today);
        var varied =
                schedule.vary(
                        variation, account.fund().financialYear(), account::isPooledOn, today);
        if (schedule.decisionId == null) {
            account.requireRoomUnderPlan();
        }
        account.authority();
        owed.requireMayBecome(Obligation.of(schedule, account::isPooledOn, today));
        var recordedAt = ledger.recordingTime(account.fund().id());
        history.keep(ContributionTerms.of(schedule, asked.reason(), actor, recordedAt));
        account.bringUpTo(today);
        eventLog.append(varied);
    }

    private Variation variation(Open account, NewTerms asked, LocalDate today) {
        var schedule = account.schedule();
        var effectiveOn = asked.effectiveOn() == null ? today : asked.effectiveOn();
        if (effectiveOn.isAfter(today)) {
            throw new ContributionRefusal.LiesAhead(effectiveOn, today);
        }
        var amount =
                schedule.amount().replacedBy(asked.amount(Instalment.paid(schedule.instalments)));
        return new Variation(
                amount,
                asked.instalments(),
                effectiveOn,
                decision(account, asked.decisionId(), amount.annual()),
                asked.reason());
    }

    private @Nullable UUID decision(Open account, @Nullable String cited, Pence annual) {
        var schedule = account.schedule();
        if (cited == null && annual.exceeds(schedule.annualPence)) {
            throw new OwedRefusal.RiseNeedsDecision(
                    schedule.reference, schedule.annualPence, annual);
        }
        var fall = schedule.annualPence.minus(annual);
        return cited == null
                ? schedule.decisionId
                : owedUnder.decision(account.fund(), schedule, cited, annual, fall);
    }
}
