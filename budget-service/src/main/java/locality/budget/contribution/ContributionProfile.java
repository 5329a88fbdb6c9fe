package locality.budget.contribution;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
    /// @throws ContributionRefusal if they do not sum to the year
    static List<Instalment> agreed(Pence annual, List<Due> dues) {
        var sum = Pence.sum(dues.stream().map(Due::amountPence).toList());
        if (!sum.equals(annual)) {
            throw new ContributionRefusal.InstalmentsDoNotSum(annual, sum);
        }
        var ordered = dues.stream().sorted(java.util.Comparator.comparing(Due::dueOn)).toList();
        return Stream.iterate(0, i -> i < ordered.size(), i -> i + 1)
                .map(
                        i ->
                                new Instalment(
                                        i + 1,
                                        ordered.get(i).dueOn(),
                                        ordered.get(i).amountPence()))
                .toList();
    }

    /// A day and what is due on it.
    @Schema(name = "Instalment")
    record Due(LocalDate dueOn, Pence amountPence) {}
}
