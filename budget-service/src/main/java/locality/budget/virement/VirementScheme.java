package locality.budget.virement;

import java.util.List;
import java.util.Optional;
import locality.platform.money.Pence;
import org.jspecify.annotations.Nullable;

/// Who may decide how much: the tiers of an agreement's virement scheme.
///
/// @param tiers the lowest first
public record VirementScheme(List<Tier> tiers) {

    /// A fund without a scheme: every virement needs a decision.
    static final VirementScheme NONE = new VirementScheme(List.of());

    /// One tier.
    ///
    /// @param upToPence the most of one virement, null without a limit
    /// @param yearUpToPence the most that one line gives, or gets, in the year together with it;
    ///   null without a limit
    /// @param function the governance function in which a body decides; null when the manager of
    ///   the pooled fund does
    public record Tier(
            @Nullable Pence upToPence, @Nullable Pence yearUpToPence, @Nullable String function) {

        boolean isTheManagers() {
            return function == null;
        }

        private boolean takes(Pence amount, Pence inTheYear) {
            return within(amount, upToPence) && within(inTheYear, yearUpToPence);
        }

        private static boolean within(Pence amount, @Nullable Pence limit) {
            return limit == null || !amount.exceeds(limit);
        }
    }

    public VirementScheme {
        tiers = List.copyOf(tiers);
    }

    /// The lowest tier that may decide; none where there is no scheme, or it ends below.
    ///
    /// @param amount of one virement
    /// @param inTheYear the most that one of its lines gives, or gets, in the year with it
    Optional<Tier> tierFor(Pence amount, Pence inTheYear) {
        return tiers.stream().filter(tier -> tier.takes(amount, inTheYear)).findFirst();
    }

    /// The functions in which a body may decide, the lowest first: a body that may decide more may
    /// decide this.
    ///
    /// @param otherwise the function where the scheme names none
    List<String> functionsFor(Pence amount, Pence inTheYear, String otherwise) {
        var named =
                tiers.stream()
                        .filter(tier -> tier.takes(amount, inTheYear))
                        .flatMap(tier -> Optional.ofNullable(tier.function()).stream())
                        .distinct()
                        .toList();
        return named.isEmpty() ? List.of(otherwise) : named;
    }
}
