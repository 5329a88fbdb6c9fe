package locality.budget.comparison;

import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import locality.budget.figure.Figures;
import locality.budget.figure.Plans;
import locality.budget.fund.Funds;
import org.jspecify.annotations.Nullable;

/// What operands say now, asked for many at once.
@ApplicationScoped
class Amounts {

    private final Figures figures;
    private final Plans plans;
    private final Funds funds;

    Amounts(Figures figures, Plans plans, Funds funds) {
        this.figures = figures;
        this.plans = plans;
        this.funds = funds;
    }

    /// What every operand of these comparisons says.
    Map<Operand, Amount> of(Collection<FigureComparison> comparisons) {
        return of(comparisons.stream().flatMap(FigureComparison::operands));
    }

    /// As [#of], with no change of them until the transaction ends: of a fund's plan first, then of
    /// a figure.
    Map<Operand, Amount> kept(FigureComparison comparison) {
        var operands = comparison.operands().toList();
        var planned = of(operands.stream().filter(operand -> operand.figureId() == null));
        var plannedBy =
                planned.values().stream().map(Amount::fundId).filter(Objects::nonNull).toList();
        if (!plannedBy.isEmpty()) {
            funds.find("id in ?1", Sort.by("id"), plannedBy)
                    .withLock(LockModeType.PESSIMISTIC_READ)
                    .list();
        }
        figures.keepAll(ids(operands, Operand::figureId));
        return of(operands.stream());
    }

    private Map<Operand, Amount> of(Stream<Operand> some) {
        var operands = some.distinct().toList();
        var amounts = new HashMap<Operand, Amount>();
        figures.all(ids(operands, Operand::figureId))
                .forEach(one -> amounts.put(Operand.figure(one.id()), Amount.of(one)));
        plans.funds(ids(operands, Operand::fundId))
                .forEach((id, fund) -> amounts.put(Operand.fund(id), Amount.of(fund)));
        plans.lines(ids(operands, Operand::lineId))
                .forEach((id, line) -> amounts.put(Operand.line(id), Amount.of(line)));
        return amounts;
    }

    private static List<UUID> ids(List<Operand> operands, Function<Operand, @Nullable UUID> kind) {
        return operands.stream().map(kind).filter(Objects::nonNull).distinct().toList();
    }
}
