package locality.budget.contribution;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import locality.platform.money.FinancialYear;
import locality.platform.money.Pence;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// When a year's contribution falls due.
@Schema(name = "ContributionProfile")
enum ContributionProfile {
    /// On the first of each month.
    MONTHLY_12(12, 1),
    /// On the first of April, July, October and January.
    QUARTERLY_4(4, 3),
    /// On the days, and in the amounts, that the partners agreed.
    CUSTOM(0, 0);

    private final int parts;
    private final int monthsApart;

    ContributionProfile(int parts, int monthsApart) {
        this.parts = parts;
        this.monthsApart = monthsApart;
    }

    /// The instalments of a regular profile: equal to the penny, odd pennies earliest.
    List<Instalment> instalments(FinancialYear year, Pence annual) {
        var amounts = annual.allocateEqually(parts);
        return IntStream.range(0, parts)
                .mapToObj(
                        i ->
                                new Instalment(
                                        i + 1,
                                        year.start().plusMonths((long) i * monthsApart),
                                        amounts.get(i)))
                .toList();
    }

    /// The instalments the partners agreed, in the order of their days.
    ///
    /// @throws ContributionRefusal if one is of nothing or less, or falls outside the year, or they
    ///   do not sum to what is paid in it
    static List<Instalment> agreed(FinancialYear year, Pence annual, List<Due> dues) {
        dues.forEach(due -> due.requireIn(year));
        var sum = Pence.sum(dues.stream().map(Due::amountPence).toList());
        if (!sum.equals(annual)) {
            throw new ContributionRefusal.InstalmentsDoNotSum(annual, sum);
        }
        var ordered = dues.stream().sorted(Comparator.comparing(Due::dueOn)).toList();
        return IntStream.range(0, ordered.size())
                .mapToObj(
                        i ->
                                new Instalment(
                                        i + 1,
                                        ordered.get(i).dueOn(),
                                        ordered.get(i).amountPence()))
                .toList();
    }

    /// A day and what is due on it.
    @Schema(name = "Instalment")
    record Due(@NotNull LocalDate dueOn, @NotNull Pence amountPence) {

        private void requireIn(FinancialYear year) {
            if (!amountPence.isPositive()) {
                throw new ContributionRefusal.InstalmentNotPositive(dueOn, amountPence);
            }
            if (!year.contains(dueOn)) {
                throw new ContributionRefusal.OutsideTheYear(dueOn, year);
            }
        }
    }
}
