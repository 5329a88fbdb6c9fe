package locality.budget.agreement;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import locality.platform.money.Pence;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Who may move money from line to line of a fund: tiers by the amount and by what the line gave or
/// got in the year, so that nobody splits a large virement into small ones. None lets money leave a
/// ring-fence.
///
/// @param tiers from the least to the largest; the last one knows no limit
@Schema(name = "VirementScheme")
public record VirementScheme(@NotEmpty List<@Valid @NotNull Tier> tiers) {

    /// In place of a function: the manager of the pooled fund decides.
    public static final String FUND_MANAGER = "FUND_MANAGER";

    public VirementScheme {
        tiers = tiers == null ? List.of() : List.copyOf(tiers);
    }

    /// @param upToPence the largest amount of one virement, null without a limit
    /// @param yearUpToPence the most that one line gives, or gets, in the year with it; null
    ///   without a limit
    /// @param decides `FUND_MANAGER`, or the function in which a body decides
    @Schema(name = "VirementTier")
    public record Tier(
            @Nullable @Schema(examples = "10000000") Pence upToPence,
            @Nullable @Schema(examples = "25000000") Pence yearUpToPence,
            @NotBlank @Schema(examples = "FUND_MANAGER") String decides) {

        public boolean asksTheManager() {
            return decides.equals(FUND_MANAGER);
        }

        private boolean takes(Pence amount, Pence inTheYear) {
            return within(amount, upToPence) && within(inTheYear, yearUpToPence);
        }

        private boolean hasNoLimit() {
            return upToPence == null && yearUpToPence == null;
        }

        /// It takes all that the former takes, and more.
        private boolean reachesBeyond(Tier former) {
            return !former.hasNoLimit()
                    && isAtLeast(upToPence, former.upToPence)
                    && isAtLeast(yearUpToPence, former.yearUpToPence)
                    && !(equal(upToPence, former.upToPence)
                            && equal(yearUpToPence, former.yearUpToPence));
        }

        private static boolean within(Pence amount, @Nullable Pence limit) {
            return limit == null || !amount.exceeds(limit);
        }

        private static boolean isAtLeast(@Nullable Pence limit, @Nullable Pence former) {
            return limit == null || former != null && !former.exceeds(limit);
        }

        private static boolean equal(@Nullable Pence limit, @Nullable Pence former) {
            return limit == null ? former == null : limit.equals(former);
        }
    }

    /// The lowest tier that may decide.
    ///
    /// @param amount of one virement
    /// @param inTheYear the most that one of its lines gives, or gets, in the year, this virement
    ///   with it
    public Tier tierFor(Pence amount, Pence inTheYear) {
        return tiers.stream()
                .filter(tier -> tier.takes(amount, inTheYear))
                .findFirst()
                .orElseThrow();
    }

    /// The functions in which a body may decide, the lowest first: a body that may decide more may
    /// decide this. Empty where only the fund manager may.
    ///
    /// @param amount of one virement
    /// @param inTheYear as of [#tierFor]
    public List<String> functionsFor(Pence amount, Pence inTheYear) {
        return tiers.stream()
                .filter(tier -> tier.takes(amount, inTheYear) && !tier.asksTheManager())
                .map(Tier::decides)
                .distinct()
                .toList();
    }

    /// @throws AgreementRefusal unless each tier takes more than the one before, none takes nothing
    ///   and the last one all
    void requireOrdered() {
        for (int i = 0; i < tiers.size(); i++) {
            var tier = tiers.get(i);
            boolean isLast = i == tiers.size() - 1;
            if (isNothing(tier.upToPence)
                    || isNothing(tier.yearUpToPence)
                    || isLast != tier.hasNoLimit()
                    || i > 0 && !tier.reachesBeyond(tiers.get(i - 1))) {
                throw new AgreementRefusal.TiersOutOfOrder(i + 1, tiers);
            }
        }
    }

    boolean asksTheManager() {
        return tiers.stream().anyMatch(Tier::asksTheManager);
    }

    private static boolean isNothing(@Nullable Pence limit) {
        return limit != null && !limit.isPositive();
    }
}
