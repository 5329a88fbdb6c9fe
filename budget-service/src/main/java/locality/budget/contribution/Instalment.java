package locality.budget.contribution;

import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import locality.platform.money.Pence;

/// What is due on one day, and how much of it is paid.
///
/// @param number counts the instalments of a schedule by their days, from 1
/// @param posted whether the ledger holds it as due
@Embeddable
record Instalment(int number, LocalDate dueOn, Pence amountPence, Pence paidPence, boolean posted) {

    Instalment(int number, LocalDate dueOn, Pence amountPence) {
        this(number, dueOn, amountPence, Pence.ZERO, false);
    }

    Pence unpaid() {
        return amountPence.minus(paidPence);
    }

    boolean isPaidInPart() {
        return paidPence.isPositive();
    }

    boolean isDueBy(LocalDate day) {
        return !dueOn.isAfter(day);
    }

    Instalment of(Pence amount) {
        return new Instalment(number, dueOn, amount, paidPence, posted);
    }

    /// What was paid in all, laid against the instalments: the oldest first, and none that a
    /// partner keeps because the money is not pooled on its day.
    ///
    /// @param instalments in the order of their days
    /// @param pooled the days on which the money is pooled
    /// @param by the day up to which what is due is in the ledger
    static List<Instalment> settled(
            List<Instalment> instalments, Pence paid, Predicate<LocalDate> pooled, LocalDate by) {
        var settled = new ArrayList<Instalment>();
        var left = paid;
        for (var one : instalments) {
            boolean owed = pooled.test(one.dueOn);
            var part = !owed ? Pence.ZERO : left.exceeds(one.amountPence) ? one.amountPence : left;
            left = left.minus(part);
            settled.add(
                    new Instalment(
                            settled.size() + 1,
                            one.dueOn,
                            one.amountPence,
                            part,
                            owed && one.isDueBy(by)));
        }
        return settled;
    }
}
