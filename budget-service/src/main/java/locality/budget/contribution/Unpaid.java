package locality.budget.contribution;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import locality.budget.contribution.ContributionProfile.Due;
import locality.platform.money.FinancialYear;
import locality.platform.money.Pence;

/// What is unpaid of a contribution: the one part of it that can be varied.
///
/// @param instalments in the order of their days
/// @param paid what was received in all, what is owed back included
record Unpaid(String reference, List<Instalment> instalments, Pence paid) {

    /// The year at another amount, on the days it has. What an instalment paid in part still owes
    /// stays due as it was, as far as the new amount leaves so much; the others share the rest:
    /// equal to the penny, odd pennies earliest, or in the proportions that the partners agreed.
    ///
    /// @throws ContributionRefusal if it is less than was paid, or more and no instalment is open
    List<Instalment> reprofiled(Pence annual, ContributionProfile profile) {
        requireNoLessThanPaid(annual);
        var open = instalments.stream().filter(one -> !one.isPaidInPart()).toList();
        var rest = annual.minus(Instalment.paid(instalments));
        var begun = atMost(rest, owedOnBegun());
        var shares = shares(rest.minus(begun), open, profile, annual);
        return Stream.concat(
                        instalments.stream()
                                .filter(Instalment::isPaidInPart)
                                .map(
                                        one ->
                                                one.of(
                                                        one.paidPence()
                                                                .plus(
                                                                        atMost(
                                                                                begun,
                                                                                one.unpaid())))),
                        IntStream.range(0, open.size())
                                .mapToObj(i -> open.get(i).of(shares.get(i))))
                .sorted(Comparator.comparing(Instalment::number))
                .toList();
    }

    /// The year as the partners agreed what is unpaid of it. An instalment paid in part ends with
    /// what was paid.
    ///
    /// @throws ContributionRefusal if that falls outside the year or before what was paid, or does
    ///   not sum to what is unpaid
    List<Instalment> agreed(Pence annual, List<Due> dues, FinancialYear year) {
        requireNoLessThanPaid(annual);
        var begun = instalments.stream().filter(Instalment::isPaidInPart).toList();
        var agreed =
                ContributionProfile.agreed(year, annual.minus(Instalment.paid(instalments)), dues);
        begun.stream()
                .map(Instalment::dueOn)
                .max(Comparator.naturalOrder())
                .ifPresent(last -> agreed.forEach(one -> requireNotBefore(last, one.dueOn())));
        return Stream.concat(begun.stream().map(one -> one.of(one.paidPence())), agreed.stream())
                .toList();
    }

    private Pence owedOnBegun() {
        return Pence.sum(
                instalments.stream()
                        .filter(Instalment::isPaidInPart)
                        .map(Instalment::unpaid)
                        .toList());
    }

    private List<Pence> shares(
            Pence rest, List<Instalment> open, ContributionProfile profile, Pence annual) {
        if (open.isEmpty()) {
            if (rest.isPositive()) {
                throw new ContributionRefusal.NothingOpen(reference, annual, annual.minus(rest));
            }
            return List.of();
        }
        var agreed = open.stream().map(one -> one.amountPence().value()).toList();
        boolean proportional =
                profile == ContributionProfile.CUSTOM
                        && agreed.stream().anyMatch(weight -> weight > 0);
        return rest.allocate(proportional ? agreed : Collections.nCopies(open.size(), 1L));
    }

    private void requireNoLessThanPaid(Pence annual) {
        if (paid.exceeds(annual)) {
            throw new ContributionRefusal.BelowWhatWasPaid(reference, annual, paid);
        }
    }

    private void requireNotBefore(LocalDate last, LocalDate dueOn) {
        if (dueOn.isBefore(last)) {
            throw new ContributionRefusal.BeforeWhatWasPaid(reference, dueOn, last);
        }
    }

    private static Pence atMost(Pence bound, Pence amount) {
        return amount.exceeds(bound) ? bound : amount;
    }
}
