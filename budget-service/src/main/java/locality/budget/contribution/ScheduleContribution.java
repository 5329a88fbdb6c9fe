package locality.budget.contribution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import locality.budget.DryRun;
import locality.budget.Entered;
import locality.budget.agreement.Agreements;
import locality.budget.contribution.FundContributionResource.NewContribution;
import locality.budget.fund.Fund;
import locality.budget.fund.Funds;
import locality.budget.ledger.Ledger;
import locality.platform.caller.Caller;
import locality.platform.eventlog.EventLog;
import locality.platform.identifier.Ids;
import locality.platform.money.Pence;

/// Schedules what a partner contributes to a fund.
@ApplicationScoped
class ScheduleContribution {

    private final Funds funds;
    private final Contributions contributions;
    private final Agreements agreements;
    private final ContributionHistory history;
    private final OwedUnder owedUnder;
    private final OwedUnderPlan owedUnderPlan;
    private final Ledger ledger;
    private final EventLog eventLog;
    private final DryRun dryRun;

    ScheduleContribution(
            Funds funds,
            Contributions contributions,
            Agreements agreements,
            ContributionHistory history,
            OwedUnder owedUnder,
            OwedUnderPlan owedUnderPlan,
            Ledger ledger,
            EventLog eventLog,
            DryRun dryRun) {
        this.funds = funds;
        this.contributions = contributions;
        this.agreements = agreements;
        this.history = history;
        this.owedUnder = owedUnder;
        this.owedUnderPlan = owedUnderPlan;
        this.ledger = ledger;
        this.eventLog = eventLog;
        this.dryRun = dryRun;
    }

    @Transactional
    ContributionSchedule handle(
            Caller caller, String fundId, NewContribution asked, boolean onlyTry) {
        var fund = funds.lock(caller, fundId);
        var schedule = schedule(caller, fund, asked);
        dryRun.undoIf(onlyTry);
        return schedule;
    }

    /// As [#handle], in a fund that is locked.
    ContributionSchedule schedule(Caller caller, Fund fund, NewContribution asked) {
        var amount =
                ContributionAmount.of(
                        asked.annualPence(), asked.grossPence(), asked.clientChargesPence());
        if (contributions.has(fund.id(), asked.partner(), asked.source())) {
            throw new ContributionRefusal.AlreadyScheduled(asked.partner(), asked.source());
        }
        var schedule = new ContributionSchedule();
        schedule.id = Ids.next();
        schedule.fundId = fund.id();
        schedule.locality = fund.locality();
        schedule.number = contributions.lastNumber(fund.id()) + 1;
        schedule.reference = reference(fund, schedule.number, asked);
        schedule.partner = asked.partner();
        schedule.source = asked.source();
        schedule.profile = asked.profile();
        schedule.provenance = Entered.by(caller, asked.provenance());
        schedule.termsSince = fund.financialYear().start();
        schedule.instalments.addAll(instalments(fund, amount.annual(), asked));
        schedule.decisionId =
                owedUnder.decision(fund, schedule, asked.decisionId(), amount.annual(), Pence.ZERO);
        if (schedule.decisionId == null) {
            requireRoom(fund, schedule);
        }
        schedule.pays(amount);
        contributions.persistAndFlush(schedule);
        history.keep(
                ContributionTerms.of(
                        schedule, "Scheduled", caller.actor(), ledger.recordingTime(fund.id())));
        eventLog.append(schedule.scheduled(fund.financialYear()));
        return schedule;
    }

    private void requireRoom(Fund fund, ContributionSchedule schedule) {
        var pool = agreements.pool(fund.agreementId());
        owedUnderPlan
                .of(fund, day -> pool.filter(one -> one.poolsOn(day)).isPresent())
                .requireRoom(schedule);
    }

    private String reference(Fund fund, int number, NewContribution asked) {
        var reference =
                asked.reference() != null
                        ? asked.reference()
                        : "%s-C%02d".formatted(fund.reference(), number);
        if (contributions.has(reference)) {
            throw new ContributionRefusal.ReferenceTaken(reference);
        }
        return reference;
    }

    private static List<Instalment> instalments(Fund fund, Pence annual, NewContribution asked) {
        var dues = asked.instalments();
        if (asked.profile() == ContributionProfile.CUSTOM) {
            return ContributionProfile.agreed(
                    fund.financialYear(), annual, dues == null ? List.of() : dues);
        }
        if (dues != null && !dues.isEmpty()) {
            throw new ContributionRefusal.InstalmentsNotAsked(asked.profile());
        }
        return asked.profile().instalments(fund.financialYear(), annual);
    }
}
