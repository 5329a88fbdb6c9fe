package locality.budget.arrears;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import locality.budget.arrears.FellDue.Terms;
import locality.budget.arrears.Owed.Due;
import locality.platform.money.Pence;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class FellDueTest {

    private static final LocalDate APRIL = LocalDate.of(2014, 4, 1);
    private static final LocalDate OCTOBER = LocalDate.of(2014, 10, 1);

    @Test
    @Tag("B1")
    void whatIsAgreedInOctoberIsNotLateSinceApril() {
        var owed =
                Owed.of(
                        FellDue.by(List.of(monthly(APRIL, 100), monthly(OCTOBER, 200))),
                        Pence.ZERO,
                        OCTOBER);

        assertThat(owed.annualPence()).isEqualTo(Pence.of(2_400));
        assertThat(owed.ageing().over90DaysPence()).as("April to July").isEqualTo(Pence.of(400));
        assertThat(owed.ageing().days61To90Pence()).as("August: 61 days").isEqualTo(Pence.of(100));
        assertThat(owed.ageing().days1To30Pence()).as("September").isEqualTo(Pence.of(100));
        assertThat(owed.ageing().dueOnTheDayPence())
                .as("October, and six times the rise")
                .isEqualTo(Pence.of(800));
        assertThat(owed.arrearsPence()).isEqualTo(Pence.of(600));
    }

    @Test
    @Tag("B1")
    void whatIsOwedNoMoreTakesTheOldestAway() {
        var owed =
                Owed.of(
                        FellDue.by(List.of(monthly(APRIL, 100), monthly(OCTOBER, 50))),
                        Pence.of(100),
                        OCTOBER);

        assertThat(owed.annualPence()).isEqualTo(Pence.of(600));
        assertThat(owed.paidPence()).isEqualTo(Pence.of(100));
        assertThat(owed.toBeRepaidPence()).isEqualTo(Pence.ZERO);
        assertThat(owed.arrearsPence()).as("7 x 50 - 100").isEqualTo(Pence.of(250));
        assertThat(owed.unpaidPence()).isEqualTo(Pence.of(500));
    }

    /// Whatever was varied when, all of it is the year as it is now, and what is due by a day is
    /// what the terms of that day say.
    @Property
    void isTheYearAsItIsNow(
            @ForAll @Size(min = 1, max = 5) List<@LongRange(min = 0, max = 500) Long> amounts,
            @ForAll @IntRange(min = 0, max = 14) int monthsApart,
            @ForAll @IntRange(min = 0, max = 12) int keptFrom,
            @ForAll @LongRange(min = 0, max = 9_000) long paid) {
        var terms = new ArrayList<Terms>();
        for (long amount : amounts) {
            var since = APRIL.plusDays(17L * monthsApart * terms.size());
            terms.add(monthly(since, amount, keptFrom));
        }
        var on = terms.getLast().since();

        var owed = Owed.of(FellDue.by(terms), Pence.of(paid), on);

        long now = amounts.getLast();
        long fellDue =
                terms.getLast().dues().stream()
                        .filter(due -> due.owed() && !due.dueOn().isAfter(on))
                        .mapToLong(due -> due.amount().value())
                        .sum();
        assertThat(owed.annualPence()).isEqualTo(Pence.of(12 * now));
        assertThat(owed.keptPence()).isEqualTo(Pence.of((12 - keptFrom) * now));
        assertThat(owed.paidPence()).isEqualTo(Pence.of(paid));
        assertThat(owed.unpaidPence()).isEqualTo(Pence.of(Math.max(0, keptFrom * now - paid)));
        assertThat(owed.toBeRepaidPence()).isEqualTo(Pence.of(Math.max(0, paid - keptFrom * now)));
        assertThat(owed.arrearsPence().plus(owed.ageing().dueOnTheDayPence()))
                .isEqualTo(Pence.of(Math.max(0, fellDue - paid)));
    }

    private static Terms monthly(LocalDate since, long amount) {
        return monthly(since, amount, 12);
    }

    private static Terms monthly(LocalDate since, long amount, int keptFrom) {
        return new Terms(
                since,
                IntStream.range(0, 12)
                        .mapToObj(i -> new Due(APRIL.plusMonths(i), Pence.of(amount), i < keptFrom))
                        .toList());
    }
}
