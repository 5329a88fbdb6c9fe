package locality.budget.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import locality.budget.DryRun;
import locality.budget.fund.Fund;
import locality.budget.fund.Funds;
import locality.budget.fund.PlanStage;
import locality.budget.line.Lines;
import locality.budget.line.NextPlan;
import locality.platform.caller.Caller;
import locality.platform.eventlog.EventLog;
import locality.platform.http.EntityTag;
import org.jspecify.annotations.Nullable;

/// Takes the plan as it stands to a later stage, as a version of its own.
@ApplicationScoped
class AdvancePlan {

    private final Funds funds;
    private final Lines lines;
    private final NextPlan nextPlan;
    private final EventLog eventLog;
    private final DryRun dryRun;

    AdvancePlan(Funds funds, Lines lines, NextPlan nextPlan, EventLog eventLog, DryRun dryRun) {
        this.funds = funds;
        this.lines = lines;
        this.nextPlan = nextPlan;
        this.eventLog = eventLog;
        this.dryRun = dryRun;
    }

    @Transactional
    Fund handle(
            Caller caller,
            String idOrReference,
            PlanStage stage,
            @Nullable String ifMatch,
            boolean onlyTry) {
        var fund = funds.lock(caller, idOrReference);
        new EntityTag(fund.version()).check(ifMatch);
        var all = lines.lockAllOf(fund);
        fund.requireBefore(stage);
        var planned = nextPlan.again(fund, all, stage, caller);
        eventLog.append(planned);
        dryRun.undoIf(onlyTry);
        return fund;
    }
}
