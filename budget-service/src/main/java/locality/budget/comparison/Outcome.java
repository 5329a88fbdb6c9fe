package locality.budget.comparison;

import java.util.List;
import locality.platform.money.Pence;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// How a sum of amounts compares with what it is held against, with every figure it rests on.
///
/// @param differencePence the sum less what it is held against
/// @param approximate whether any document says itself that its figure is not exact
@Schema(name = "ComparisonOutcome")
record Outcome(
        List<Amount> terms,
        Amount against,
        Pence sumPence,
        @Schema(description = "The sum less what it is held against") Pence differencePence,
        @Schema(description = "What the sum may be, as exactly as its terms are stated")
                Bounds sumBetween,
        @Schema(description = "What it may be held against, as exactly as that is stated")
                Bounds againstBetween,
        Verdict verdict,
        boolean approximate) {

    /// The least and the most that an amount may be, both of them possible: documents round a half
    /// either way.
    @Schema(name = "Bounds")
    record Bounds(Pence lowestPence, Pence highestPence) {

        static Bounds around(Pence amount, Pence within) {
            return new Bounds(amount.minus(within), amount.plus(within));
        }

        boolean meets(Bounds other) {
            return !lowestPence.exceeds(other.highestPence)
                    && !other.lowestPence.exceeds(highestPence);
        }
    }

    /// @param terms each as often as it counts
    /// @throws locality.platform.refusal.AmountOutOfRange if they sum to more than can be counted
    static Outcome of(List<Amount> terms, Amount against) {
        var sum = Pence.sum(terms.stream().map(Amount::amountPence).toList());
        var within = Pence.sum(terms.stream().map(Amount::withinPence).toList());
        var difference = sum.minus(against.amountPence());
        var sumBetween = Bounds.around(sum, within);
        var againstBetween = Bounds.around(against.amountPence(), against.withinPence());
        return new Outcome(
                terms,
                against,
                sum,
                difference,
                sumBetween,
                againstBetween,
                verdict(difference, sumBetween.meets(againstBetween)),
                against.approximate() || terms.stream().anyMatch(Amount::approximate));
    }

    private static Verdict verdict(Pence difference, boolean mayBeTheSame) {
        if (difference.isZero()) {
            return Verdict.AGREES;
        }
        return mayBeTheSame ? Verdict.AGREES_AS_ROUNDED : Verdict.DIFFERS;
    }
}
