package locality.budget.comparison;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import locality.budget.fund.Funds;
import locality.platform.caller.Caller;
import locality.platform.place.Locality;
import org.jspecify.annotations.Nullable;

/// Finds comparisons by how they come out now.
@ApplicationScoped
class FindComparisons {

    private static final int AT_ONCE = 500;

    private final Comparisons comparisons;
    private final Amounts amounts;
    private final Funds funds;

    FindComparisons(Comparisons comparisons, Amounts amounts, Funds funds) {
        this.comparisons = comparisons;
        this.amounts = amounts;
        this.funds = funds;
    }

    /// @param fund id or reference
    record Wanted(@Nullable Locality locality, @Nullable String fund, @Nullable Verdict verdict) {

        boolean isFor(ComparisonView compared) {
            return verdict == null || verdict == compared.outcome().verdict();
        }
    }

    ComparisonView view(FigureComparison comparison) {
        return views(List.of(comparison)).getFirst();
    }

    /// One page and one more. A verdict is no column: those that come out otherwise are passed by.
    ///
    /// @throws locality.platform.refusal.NotFound if the fund is not the caller's to see
    @Transactional
    List<ComparisonView> page(Caller caller, Wanted wanted, UUID after, int limit) {
        var fund = wanted.fund == null ? null : funds.require(caller, wanted.fund).id();
        var found = new ArrayList<ComparisonView>();
        var last = after;
        List<FigureComparison> some;
        do {
            some = comparisons.page(caller, wanted.locality, fund, last, AT_ONCE);
            views(some).stream().filter(wanted::isFor).forEach(found::add);
            last = some.isEmpty() ? last : some.getLast().id;
        } while (some.size() == AT_ONCE && found.size() <= limit);
        return found.subList(0, Math.min(found.size(), limit + 1));
    }

    private List<ComparisonView> views(List<FigureComparison> some) {
        var said = amounts.of(some);
        return some.stream().map(one -> ComparisonView.of(one, one.outcome(said))).toList();
    }
}
