package locality.budget.comparison;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import locality.budget.DryRun;
import locality.budget.figure.Figures;
import locality.budget.figure.Plans;
import locality.platform.caller.Caller;
import locality.platform.eventlog.EventLog;
import locality.platform.identifier.Ids;
import locality.platform.place.Locality;
import locality.platform.time.BusinessClock;
import org.jspecify.annotations.Nullable;

/// Holds a sum of figures and plans against another.
@ApplicationScoped
class CompareFigures {

    private final Comparisons comparisons;
    private final Amounts amounts;
    private final Figures figures;
    private final Plans plans;
    private final EventLog eventLog;
    private final DryRun dryRun;
    private final Clock clock;

    CompareFigures(
            Comparisons comparisons,
            Amounts amounts,
            Figures figures,
            Plans plans,
            EventLog eventLog,
            DryRun dryRun,
            Clock clock) {
        this.comparisons = comparisons;
        this.amounts = amounts;
        this.figures = figures;
        this.plans = plans;
        this.eventLog = eventLog;
        this.dryRun = dryRun;
        this.clock = clock;
    }

    @Transactional
    ComparisonView handle(Caller caller, ComparisonResource.NewComparison asked, boolean onlyTry) {
        caller.requireSight(asked.locality(), "locality", asked.locality());
        if (comparisons.has(asked.reference())) {
            throw new ComparisonRefusal.ReferenceTaken(asked.reference());
        }
        var comparison = draft(asked);
        var said = amounts.kept(comparison);
        comparison.fundId = fund(asked, said);
        comparisons.persistAndFlush(comparison);
        var outcome = comparison.outcome(said);
        eventLog.append(comparison.compared(outcome, BusinessClock.today(clock)));
        dryRun.undoIf(onlyTry);
        return ComparisonView.of(comparison, outcome);
    }

    private FigureComparison draft(ComparisonResource.NewComparison asked) {
        var comparison = new FigureComparison();
        comparison.id = Ids.next();
        comparison.reference = asked.reference();
        comparison.locality = asked.locality();
        comparison.title = asked.title();
        comparison.recordedAt = clock.instant();
        var against = operand(asked.locality(), "against", asked.against());
        comparison.compare(terms(asked), against);
        return comparison;
    }

    private List<Term> terms(ComparisonResource.NewComparison asked) {
        var terms = new ArrayList<Term>();
        for (var one : asked.terms()) {
            int number = terms.size() + 1;
            var named = new ComparisonResource.Named(one.figure(), one.fund(), one.line());
            var operand = operand(asked.locality(), "Term %d".formatted(number), named);
            terms.add(new Term(one.times() == null ? 1 : one.times(), operand));
        }
        return terms;
    }

    private Operand operand(Locality place, String where, ComparisonResource.Named named) {
        named.requireOne(where);
        if (named.figure() != null) {
            return Operand.figure(figures.idOf(place, named.figure()));
        }
        return named.fund() != null
                ? Operand.fund(plans.fund(place, named.fund()).id())
                : Operand.line(plans.line(place, String.valueOf(named.line())).id());
    }

    /// The fund it is about: the one said, else the only one that all of it is of.
    private @Nullable UUID fund(ComparisonResource.NewComparison asked, Map<Operand, Amount> said) {
        if (asked.fund() != null) {
            return plans.fund(asked.locality(), asked.fund()).id();
        }
        var funds =
                said.values().stream()
                        .map(Amount::fundId)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList();
        return funds.size() == 1 ? funds.getFirst() : null;
    }
}
