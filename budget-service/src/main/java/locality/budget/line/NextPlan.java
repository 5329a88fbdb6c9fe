package locality.budget.line;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import locality.budget.agreement.Basis;
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

/// Keeps each version of a fund's plan, and lets the lines take it over: at once while no plan of
/// the fund was ever approved, and from then on when the version is approved. A line that is only
/// in view stands in the plan, and its money is not the fund's.
@ApplicationScoped
public class NextPlan {

    private final Funds funds;
    private final PlanVersions versions;
    private final Clock clock;

    NextPlan(Funds funds, PlanVersions versions, Clock clock) {
        this.funds = funds;
        this.versions = versions;
        this.clock = clock;
    }

    /// Makes this the next version of the plan.
    ///
    /// @param fund locked
    /// @param lines every line the fund ever had, locked
    /// @param plan the lines of the plan, in its order
    /// @param stage what the plan has become, null to leave it as it is
    /// @return what is to be told of it
    public FundPlanned of(
            Fund fund,
            List<BudgetLine> lines,
            List<PlannedLine> plan,
            @Nullable PlanStage stage,
            Caller caller) {
        if (!fund.hasAnApprovedPlan()) {
            takeOver(lines, plan, fund.planVersion() + 1);
        }
        var own = ownOf(lines, plan);
        var total = Pence.sum(own.stream().map(PlannedLine::plannedPence).toList());
        var planned = fund.plan(total, told(lines, plan), stage, BusinessClock.today(clock));
        funds.flush();
        versions.persist(PlanVersion.of(fund, plan, clock.instant(), caller.organisation()));
        return planned;
    }

    /// As [#of], of the plan as it stands.
    public FundPlanned again(
            Fund fund, List<BudgetLine> lines, @Nullable PlanStage stage, Caller caller) {
        return of(fund, lines, versions.latestOf(fund), stage, caller);
    }

    /// The plan as it stands was approved: the lines take it over.
    ///
    /// @param lines every line the fund ever had, locked
    /// @return what is to be told of the lines, empty if they had it all before
    /// @throws LineRefusal if what is promised, paid or moved on a line by now does not fit
    public Optional<FundPlanned> takeOver(Fund fund, List<BudgetLine> lines) {
        var plan = versions.latestOf(fund);
        boolean changed = takeOver(lines, plan, fund.planVersion());
        funds.flush();
        return changed
                ? Optional.of(fund.planned(told(lines, plan), BusinessClock.today(clock)))
                : Optional.empty();
    }

    /// The lines of a plan whose money is the fund's on some day of the year.
    ///
    /// @param lines every line the fund ever had
    public static List<PlannedLine> ownOf(List<BudgetLine> lines, List<PlannedLine> plan) {
        var byId = lines.stream().collect(toMap(BudgetLine::id, line -> line));
        return plan.stream().filter(row -> isOwn(byId.get(row.lineId()), row)).toList();
    }

    private static boolean isOwn(@Nullable BudgetLine line, PlannedLine row) {
        return line == null || !line.bases(Basis.valueOf(row.basis())).areOnlyInView();
    }

    private static boolean takeOver(
            List<BudgetLine> lines, List<PlannedLine> plan, int planVersion) {
        var planned = plan.stream().collect(toMap(PlannedLine::lineId, row -> row));
        boolean changed = false;
        for (var line : lines) {
            changed |= line.takeOver(planned.get(line.id), planVersion);
        }
        return changed;
    }

    private static List<FundPlanned.Line> told(List<BudgetLine> lines, List<PlannedLine> plan) {
        var current = lines.stream().collect(toMap(BudgetLine::id, BudgetLine::current));
        return plan.stream().map(row -> told(row, current.get(row.lineId()))).toList();
    }

    private static FundPlanned.Line told(PlannedLine row, @Nullable Pence current) {
        return new FundPlanned.Line(
                row.lineId(),
                row.line(),
                row.scheme(),
                row.areaOfSpend(),
                row.commissioner(),
                row.basis(),
                row.plannedPence(),
                row.provenance(),
                current,
                row.fundingSource(),
                row.providerType(),
                row.kind(),
                row.ringFence());
    }
}
