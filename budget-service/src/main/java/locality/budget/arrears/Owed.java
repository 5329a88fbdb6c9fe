package locality.budget.arrears;

import java.time.LocalDate;
import java.util.List;
import locality.platform.money.Pence;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What is owed of one contribution or of several together: annual - kept - paid + to be repaid =
/// unpaid, and unpaid is the sum of its ageing.
@Schema(name = "Owed")
record Owed(
        @Schema(description = "What is to be paid in the year") Pence annualPence,
        @Schema(description = "Falls due while each partner keeps its money") Pence keptPence,
        @Schema(description = "Received, what is to be repaid included") Pence paidPence,
        @Schema(description = "Received beyond what is owed, because the pool ended")
                Pence toBeRepaidPence,
        @Schema(description = "annual - kept - paid + to be repaid: the sum of the ageing")
                Pence unpaidPence,
        Ageing ageing,
        @Schema(description = "The sum of what is late") Pence arrearsPence) {

    static final Owed NOTHING =
            new Owed(
                    Pence.ZERO,
                    Pence.ZERO,
                    Pence.ZERO,
                    Pence.ZERO,
                    Pence.ZERO,
                    Ageing.NOTHING,
                    Pence.ZERO);

    /// What falls due on a day: an instalment, or what new terms make more or less due.
    ///
    /// @param amount less than nothing where that much is owed no more
    /// @param owed whether it is owed to the host, the money being pooled on that day
    record Due(LocalDate dueOn, Pence amount, boolean owed) {}

    /// @param dues what falls due of one contribution, in the order of the days
    /// @param paid what was paid by the day; it lies on the oldest that are owed, as does what is
    ///   owed no more, and what is left over is to be repaid
    static Owed of(List<Due> dues, Pence paid, LocalDate on) {
        var less = Pence.sum(dues.stream().map(Due::amount).filter(Pence::isNegative).toList());
        var sum = NOTHING;
        var left = paid.minus(less);
        for (var due : dues) {
            if (due.amount.isPositive()) {
                var most = due.owed ? due.amount : Pence.ZERO;
                var part = left.exceeds(most) ? most : left;
                left = left.minus(part);
                sum = sum.plus(of(due, part, on));
            }
        }
        return sum.plus(leftOver(left, less));
    }

    private static Owed leftOver(Pence left, Pence less) {
        return new Owed(
                less, Pence.ZERO, left.plus(less), left, Pence.ZERO, Ageing.NOTHING, Pence.ZERO);
    }

    private static Owed of(Due due, Pence paid, LocalDate on) {
        if (!due.owed) {
            return new Owed(
                    due.amount,
                    due.amount,
                    Pence.ZERO,
                    Pence.ZERO,
                    Pence.ZERO,
                    Ageing.NOTHING,
                    Pence.ZERO);
        }
        var unpaid = due.amount.minus(paid);
        var ageing = Ageing.of(unpaid, due.dueOn, on);
        return new Owed(due.amount, Pence.ZERO, paid, Pence.ZERO, unpaid, ageing, ageing.arrears());
    }

    Owed plus(Owed other) {
        return new Owed(
                annualPence.plus(other.annualPence),
                keptPence.plus(other.keptPence),
                paidPence.plus(other.paidPence),
                toBeRepaidPence.plus(other.toBeRepaidPence),
                unpaidPence.plus(other.unpaidPence),
                ageing.plus(other.ageing),
                arrearsPence.plus(other.arrearsPence));
    }
}
