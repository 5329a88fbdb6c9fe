package locality.budget.contribution;

import java.time.LocalDate;
import locality.platform.money.Pence;

/// What a bank statement says a partner paid.
///
/// @param document its line of the statement, as in `BACS 2014-06-02/17`; a fund takes it once
record Receipt(Pence amountPence, LocalDate receivedOn, String document) {

    /// @throws ContributionRefusal if it is of nothing, or not received yet
    void require(LocalDate today) {
        if (!amountPence.isPositive()) {
            throw new ContributionRefusal.ReceiptNotPositive(amountPence);
        }
        if (receivedOn.isAfter(today)) {
            throw new ContributionRefusal.LiesAhead(receivedOn, today);
        }
    }

    boolean is(ContributionMovement movement) {
        return movement.amountPence.equals(amountPence) && movement.effectiveOn.equals(receivedOn);
    }
}
