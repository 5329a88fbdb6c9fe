package locality.budget.comparison;

import static java.util.Objects.requireNonNull;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import locality.platform.event.BudgetEvent.FiguresCompared;
import locality.platform.place.Locality;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.ListIndexBase;
import org.jspecify.annotations.Nullable;

/// What should add up: a sum of figures and plans, and what it is held against. How it comes out is
/// asked anew each time, so that it follows the plan and every correction.
@Entity
class FigureComparison {
    @Id UUID id;
    String reference;
    Locality locality;
    @Nullable UUID fundId;
    String title;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(
            name = "figure_comparison_term",
            joinColumns = @JoinColumn(name = "comparison_id"))
    @OrderColumn(name = "number")
    @ListIndexBase(1)
    @BatchSize(size = 500)
    List<Term> terms = new ArrayList<>();

    @Embedded
    @AttributeOverride(name = "figureId", column = @Column(name = "against_figure_id"))
    @AttributeOverride(name = "fundId", column = @Column(name = "against_fund_id"))
    @AttributeOverride(name = "lineId", column = @Column(name = "against_line_id"))
    Operand against;

    Instant recordedAt;
    @Version long version;

    /// Takes what is to be compared.
    ///
    /// @throws ComparisonRefusal if a term counts no times, or the sum is held against itself
    void compare(List<Term> sum, Operand with) {
        for (int i = 0; i < sum.size(); i++) {
            if (sum.get(i).times() == 0) {
                throw new ComparisonRefusal.CountsForNothing(i + 1);
            }
        }
        if (sum.size() == 1 && sum.getFirst().operand().equals(with)) {
            throw new ComparisonRefusal.AgainstItself(reference);
        }
        terms.addAll(sum);
        against = with;
    }

    /// How it comes out.
    ///
    /// @param amounts what every operand says now
    Outcome outcome(Map<Operand, Amount> amounts) {
        return Outcome.of(
                terms.stream()
                        .map(term -> said(amounts, term.operand()).times(term.times()))
                        .toList(),
                said(amounts, against));
    }

    private static Amount said(Map<Operand, Amount> amounts, Operand operand) {
        return requireNonNull(amounts.get(operand), operand::toString);
    }

    Stream<Operand> operands() {
        return Stream.concat(terms.stream().map(Term::operand), Stream.of(against));
    }

    FiguresCompared compared(Outcome outcome, LocalDate today) {
        return new FiguresCompared(
                id,
                reference,
                fundId,
                title,
                outcome.terms().stream().map(Amount::told).toList(),
                outcome.against().told(),
                outcome.sumPence(),
                outcome.differencePence(),
                outcome.verdict().name(),
                locality,
                today);
    }
}
