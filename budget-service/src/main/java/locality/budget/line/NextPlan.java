package locality.budget.line;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import locality.budget.fund.Fund;
import locality.budget.fund.Funds;
import locality.budget.fund.PlanStage;
import locality.budget.planversion.PlanVersion;
import locality.budget.planversion.PlanVersions;
import locality.budget.planversion.PlannedLine;
import locality.platform.caller.Caller;
import locality.platform.event.BudgetEvent.FundPlanned;
import locality.platform.money.Pence;
import locality.platform.time.BusinessClock;
import org.jspecify.annotations.Nullable;

/// Makes what the lines of a fund say now the next version of its plan, and keeps it as it is. A
/// line that is only in view stands in the plan, and its money is not the fund's.
@ApplicationScoped
public class NextPlan {

    private final Funds funds;
    private final Lines lines;
    private final PlanVersions versions;
    private final Clock clock;

    NextPlan(Funds funds, Lines lines, PlanVersions versions, Clock clock) {
        this.funds = funds;
        this.lines = lines;
        this.versions = versions;
        this.clock = clock;
    }

    /// @param fund locked
    /// @param stage what the plan has become, null to leave it as it is
    /// @return what is to be told of it
    public FundPlanned of(Fund fund, @Nullable PlanStage stage, Caller caller) {
        lines.flush();
        var plan = lines.planOf(fund);
        var total =
                Pence.sum(
                        plan.stream()
                                .filter(line -> !line.isOnlyInView())
                                .map(BudgetLine::planned)
                                .toList());
        var told = plan.stream().map(BudgetLine::told).toList();
        var planned = fund.plan(total, told, stage, BusinessClock.today(clock));
        funds.flush();
        versions.persist(
                PlanVersion.of(
                        fund,
                        plan.stream().map(NextPlan::asPlanned).toList(),
                        clock.instant(),
                        caller.organisation()));
        return planned;
    }

    private static PlannedLine asPlanned(BudgetLine line) {
        var details = line.details();
        return new PlannedLine(
                line.id,
                line.reference,
                line.scheme,
                line.areaOfSpend,
                line.commissioner,
                line.providerType,
                line.fundingSource,
                line.kind.name(),
                line.recurrent,
                line.ringFence,
                line.basis.name(),
                line.decisionFunction,
                details.schemeType(),
                details.description(),
                details.status() == null ? null : details.status().name(),
                details.plannedUnits(),
                details.unit(),
                details.useOfFund(),
                line.plannedPence,
                line.provenance);
    }
}
