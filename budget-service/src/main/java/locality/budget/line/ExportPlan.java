package locality.budget.line;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import locality.budget.fund.Fund;
import locality.budget.planversion.PlanVersions;

/// Writes a plan of a fund as the sheet that may be changed and imported again.
@ApplicationScoped
class ExportPlan {

    private final Lines lines;
    private final PlanVersions plans;

    ExportPlan(Lines lines, PlanVersions plans) {
        this.lines = lines;
        this.plans = plans;
    }

    String handle(Fund fund, WhichPlan which) {
        var versions =
                lines.list("fundId", fund.id()).stream()
                        .collect(toMap(BudgetLine::id, line -> line.version));
        return switch (which) {
            case IN_FORCE ->
                    PlanCsv.write(
                            fund.planVersionInForce(),
                            lines.planOf(fund).stream().map(BudgetLine::asPlanned).toList(),
                            versions);
            case UNDER_WAY -> PlanCsv.write(fund.planVersion(), plans.latestOf(fund), versions);
        };
    }
}
