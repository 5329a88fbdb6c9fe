package locality.budget.contribution;

import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
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
    /// partner keeps because the money is not pooled on its day. What is left over is owed back.
    ///
    /// @param instalments in the order of their days
    /// @param owed the days on which what falls due is owed to the host
    static List<Instalment> laid(
            List<Instalment> instalments, Pence paid, Predicate<LocalDate> owed) {
        var laid = new ArrayList<Instalment>();
        var left = paid;
        for (var one : instalments) {
            var most = owed.test(one.dueOn) ? one.amountPence : Pence.ZERO;
            var part = left.exceeds(most) ? most : left;
            left = left.minus(part);
            laid.add(new Instalment(laid.size() + 1, one.dueOn, one.amountPence, part, one.posted));
        }
        return laid;
    }

    /// As [#laid], with what is due by a day in the ledger.
    static List<Instalment> settled(
            List<Instalment> instalments, Pence paid, Predicate<LocalDate> owed, LocalDate by) {
        return laid(instalments, paid, owed).stream()
                .map(one -> one.posted(owed.test(one.dueOn) && one.isDueBy(by)))
                .toList();
    }

    /// How much of what was paid lies on instalments.
    static Pence paid(Collection<Instalment> instalments) {
        return Pence.sum(instalments.stream().map(Instalment::paidPence).toList());
    }

    private Instalment posted(boolean so) {
        return new Instalment(number, dueOn, amountPence, paidPence, so);
    }
}
