package locality.budget.scope;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Stream;
import locality.budget.agreement.Agreement;
import locality.budget.agreement.Agreements;
import locality.budget.fund.Fund;
import locality.budget.fund.Funds;
import locality.budget.line.BudgetLine;
import locality.budget.line.Lines;
import locality.budget.partnership.Standing;
import locality.budget.planversion.PlanVersion;
import locality.budget.planversion.PlanVersions;
import locality.platform.money.FinancialYear;
import locality.platform.money.Pence;

/// Finds what stands in an agreement on a day: the plan of each of its funds that was approved by
/// then, or while none was, as it stood on that day; and what had been moved by then.
@ApplicationScoped
class ReadScope {

    private final Agreements agreements;
    private final Funds funds;
    private final Lines lines;
    private final PlanVersions plans;
    private final MovedByDay movedByDay;

    ReadScope(
            Agreements agreements,
            Funds funds,
            Lines lines,
            PlanVersions plans,
            MovedByDay movedByDay) {
        this.agreements = agreements;
        this.funds = funds;
        this.lines = lines;
        this.plans = plans;
        this.movedByDay = movedByDay;
    }

    Scope of(Agreement agreement, LocalDate on) {
        var inForce =
                agreements
                        .governed(agreement.id())
                        .inForceOn(on)
                        .map(Standing::agreementVersion)
                        .orElse(null);
        var its =
                funds.under(agreement.id(), FinancialYear.of(on)).stream()
                        .flatMap(fund -> linesOf(fund, on))
                        .toList();
        return Scope.of(agreement, inForce, on, its);
    }

    private Stream<Scope.Line> linesOf(Fund fund, LocalDate on) {
        return plans.standingOn(fund, on).stream().flatMap(plan -> linesOf(fund, plan, on));
    }

    private Stream<Scope.Line> linesOf(Fund fund, PlanVersion plan, LocalDate on) {
        var moved = movedByDay.of(fund, on);
        var known =
                lines.list("fundId", fund.id()).stream()
                        .collect(toMap(BudgetLine::id, line -> line));
        return plan.lines().stream()
                .map(
                        planned ->
                                Scope.Line.of(
                                        planned,
                                        Objects.requireNonNull(known.get(planned.lineId())),
                                        moved.getOrDefault(planned.lineId(), Pence.ZERO),
                                        fund,
                                        on));
    }
}
