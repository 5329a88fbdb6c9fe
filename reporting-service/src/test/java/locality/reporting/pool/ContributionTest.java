package locality.reporting.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.stream.IntStream;
import locality.platform.event.BudgetEvent.ContributionScheduled.Instalment;
import locality.platform.fact.Provenance;
import locality.platform.money.Pence;
import locality.reporting.pool.Contribution.Ageing;
import locality.reporting.pool.PooledBudget.Authority;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/// What a contribution comes to is accounted for to the penny, whatever was pooled and paid.
class ContributionTest {

    private static final LocalDate BEGINS = LocalDate.of(2014, 4, 1);

    @Property
    void theYearIsKeptApartPaidLateDueThatDayOrNotYetDue(
            @ForAll @LongRange(max = 10_000) long each,
            @ForAll @IntRange(max = 12) int pooledMonths,
            @ForAll @LongRange(max = 150_000) long paid,
            @ForAll @IntRange(max = 400) int days) {
        var on = BEGINS.plusDays(days);
        var it = contribution(each, pooledMonths, Pence.of(paid), on);

        assertThat(it.notYetDuePence().isNegative()).isFalse();
        assertThat(it.toBeRepaidPence().isNegative()).isFalse();
        assertThat(it.keptApartPence().plus(it.paidPence()).minus(it.toBeRepaidPence()))
                .isEqualTo(it.annualPence().minus(it.notYetDuePence()).minus(unpaidAndDue(it)));
    }

    @Property
    void nothingIsToBeRepaidWhileSomethingIsOwed(
            @ForAll @LongRange(max = 10_000) long each,
            @ForAll @IntRange(max = 12) int pooledMonths,
            @ForAll @LongRange(max = 150_000) long paid) {
        var it = contribution(each, pooledMonths, Pence.of(paid), BEGINS.plusYears(1));

        assertThat(it.toBeRepaidPence().isPositive()).isEqualTo(paid > each * pooledMonths);
        if (it.toBeRepaidPence().isPositive()) {
            assertThat(it.arrears().isThere()).isFalse();
            assertThat(it.notYetDuePence()).isEqualTo(Pence.ZERO);
        }
    }

    /// What is due, less what was paid, or nothing.
    private static Pence unpaidAndDue(Contribution it) {
        return it.duePence().exceeds(it.paidPence())
                ? it.duePence().minus(it.paidPence())
                : Pence.ZERO;
    }

    /// Twelve equal months, of which the first are pooled.
    private static Contribution contribution(
            long each, int pooledMonths, Pence paid, LocalDate on) {
        var owed =
                IntStream.range(0, pooledMonths)
                        .mapToObj(month -> new Instalment(BEGINS.plusMonths(month), Pence.of(each)))
                        .toList();
        var due =
                owed.stream()
                        .filter(it -> !it.dueOn().isAfter(on))
                        .map(Instalment::amountPence)
                        .toList();
        return new Contribution(
                "TST-BCF",
                "NHS Bolton CCG",
                "00T",
                null,
                null,
                null,
                Pence.of(12 * each),
                null,
                new Authority("NONE", null, null),
                Pence.sum(due),
                paid,
                Pence.of((12 - pooledMonths) * each),
                Ageing.of(owed, paid, on),
                Provenance.illustrative());
    }
}
