package locality.budget.contribution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import locality.budget.Entered;
import locality.budget.fund.Fund;
import locality.budget.fund.Funds;
import locality.platform.caller.Caller;
import locality.platform.eventlog.EventLog;
import locality.platform.identifier.Ids;

/// Schedules what a partner contributes to a fund.
@ApplicationScoped
class ScheduleContribution {

    private final Funds funds;
    private final Contributions contributions;
    private final EventLog eventLog;

    ScheduleContribution(Funds funds, Contributions contributions, EventLog eventLog) {
        this.funds = funds;
        this.contributions = contributions;
        this.eventLog = eventLog;
    }

    @Transactional
    ContributionSchedule handle(
            Caller caller, String fundId, ContributionResource.NewContribution asked) {
        var fund = funds.require(caller, fundId);
        if (!asked.annualPence().isPositive()) {
            throw new ContributionRefusal.NotPositive(asked.annualPence());
        }
        if (contributions.has(fund.id(), asked.partner(), asked.source())) {
            throw new ContributionRefusal.AlreadyScheduled(asked.partner(), asked.source());
        }
        var schedule = new ContributionSchedule();
        schedule.id = Ids.next();
        schedule.fundId = fund.id();
        schedule.locality = fund.locality();
        schedule.partner = asked.partner();
        schedule.source = asked.source();
        schedule.annualPence = asked.annualPence();
        schedule.profile = asked.profile();
        schedule.instalments.addAll(instalments(fund, asked));
        schedule.provenance = Entered.by(caller, asked.provenance());
        contributions.persistAndFlush(schedule);
        eventLog.append(schedule.scheduled(fund.financialYear()));
        return schedule;
    }

    private static List<Instalment> instalments(
            Fund fund, ContributionResource.NewContribution asked) {
        var dues = asked.instalments();
        if (asked.profile() == ContributionProfile.CUSTOM) {
            return ContributionProfile.agreed(
                    fund.financialYear(), asked.annualPence(), dues == null ? List.of() : dues);
        }
        if (dues != null && !dues.isEmpty()) {
            throw new ContributionRefusal.InstalmentsNotAsked(asked.profile());
        }
        return asked.profile().instalments(fund.financialYear(), asked.annualPence());
    }
}
