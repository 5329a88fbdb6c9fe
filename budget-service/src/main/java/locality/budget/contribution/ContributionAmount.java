package locality.budget.contribution;

import locality.platform.money.Pence;
import locality.platform.refusal.Malformed;
import org.jspecify.annotations.Nullable;

/// What a partner pays in a year: net, which is gross less what service users pay, where that is
/// said.
record ContributionAmount(Pence annual, @Nullable Pence gross, @Nullable Pence clientCharges) {

    /// @param annual may be left out where gross and client charges are said
    /// @throws ContributionRefusal if it is nothing or less, or gross less client charges is not it
    static ContributionAmount of(
            @Nullable Pence annual, @Nullable Pence gross, @Nullable Pence clientCharges) {
        if ((gross == null) != (clientCharges == null)) {
            throw new Malformed("grossPence and clientChargesPence are said together, or neither");
        }
        if (gross == null || clientCharges == null) {
            return net(annual);
        }
        var net = gross.minus(clientCharges);
        if (clientCharges.isNegative() || annual != null && !net.equals(annual)) {
            throw new ContributionRefusal.DoesNotAddUp(gross, clientCharges, annual);
        }
        return new ContributionAmount(positive(net), gross, clientCharges);
    }

    private static ContributionAmount net(@Nullable Pence annual) {
        if (annual == null) {
            throw new Malformed(
                    "annualPence is missing, or grossPence and clientChargesPence in its place");
        }
        return new ContributionAmount(positive(annual), null, null);
    }

    private static Pence positive(Pence annual) {
        if (!annual.isPositive()) {
            throw new ContributionRefusal.NotPositive(annual);
        }
        return annual;
    }

    /// The amount in place of this one. Who said what service users pay says it again when the
    /// amount changes: it is not guessed.
    ///
    /// @throws ContributionRefusal if that is missing
    ContributionAmount replacedBy(ContributionAmount next) {
        if (gross == null || next.gross != null) {
            return next;
        }
        if (!next.annual.equals(annual)) {
            throw new ContributionRefusal.GrossNotSaid(this, next.annual);
        }
        return this;
    }
}
