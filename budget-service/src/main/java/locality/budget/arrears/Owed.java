package locality.budget.arrears;

import java.time.LocalDate;
import java.util.List;
import locality.platform.money.Pence;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What is owed of one contribution or of several together: annual - kept - paid = unpaid, and
/// unpaid is the sum of its ageing.
@Schema(name = "Owed")
record Owed(
        @Schema(description = "What is to be paid in the year") Pence annualPence,
        @Schema(description = "Falls due while each partner keeps its money") Pence keptPence,
        Pence paidPence,
        @Schema(description = "annual - kept - paid: the sum of the ageing") Pence unpaidPence,
        Ageing ageing,
        @Schema(description = "The sum of what is late") Pence arrearsPence) {

    static final Owed NOTHING =
            new Owed(Pence.ZERO, Pence.ZERO, Pence.ZERO, Pence.ZERO, Ageing.NOTHING, Pence.ZERO);

    /// One instalment.
    ///
    /// @param owed whether it is owed to the host, the money being pooled on that day
    record Due(LocalDate dueOn, Pence amount, boolean owed) {}

    /// @param dues the instalments of one contribution, in the order of their days
    /// @param paid what was paid by the day; it lies on the oldest that are owed
    static Owed of(List<Due> dues, Pence paid, LocalDate on) {
        var sum = NOTHING;
        var left = paid;
        for (var due : dues) {
            var part = !due.owed ? Pence.ZERO : left.exceeds(due.amount) ? due.amount : left;
            left = left.minus(part);
            sum = sum.plus(of(due, part, on));
        }
        return sum;
    }

    private static Owed of(Due due, Pence paid, LocalDate on) {
        if (!due.owed) {
            return new Owed(
                    due.amount, due.amount, Pence.ZERO, Pence.ZERO, Ageing.NOTHING, Pence.ZERO);
        }
        var unpaid = due.amount.minus(paid);
        var ageing = Ageing.of(unpaid, due.dueOn, on);
        return new Owed(due.amount, Pence.ZERO, paid, unpaid, ageing, ageing.arrears());
    }

    Owed plus(Owed other) {
        return new Owed(
                annualPence.plus(other.annualPence),
                keptPence.plus(other.keptPence),
                paidPence.plus(other.paidPence),
                unpaidPence.plus(other.unpaidPence),
                ageing.plus(other.ageing),
                arrearsPence.plus(other.arrearsPence));
    }
}
