package locality.reporting.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import locality.platform.event.BudgetEvent.ContributionScheduled.Instalment;
import locality.platform.money.Pence;
import locality.reporting.pool.Contribution.Ageing;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class AgeingTest {

    private static final LocalDate DUE = LocalDate.of(2014, 4, 1);

    @Test
    void isOverdueOnTheDayAfterItsDayAndMovesOnAtThirtySixtyAndNinetyDays() {
        assertThat(after(0)).isEqualTo(Ageing.NONE);
        assertThat(after(1).upTo30Pence()).isEqualTo(Pence.of(100));
        assertThat(after(30).upTo30Pence()).isEqualTo(Pence.of(100));
        assertThat(after(31).upTo60Pence()).isEqualTo(Pence.of(100));
        assertThat(after(60).upTo60Pence()).isEqualTo(Pence.of(100));
        assertThat(after(61).upTo90Pence()).isEqualTo(Pence.of(100));
        assertThat(after(90).upTo90Pence()).isEqualTo(Pence.of(100));
        assertThat(after(91).over90Pence()).isEqualTo(Pence.of(100));
    }

    @Test
    void whatWasPaidCountsForTheOldestInstalmentFirst() {
        var instalments =
                List.of(
                        new Instalment(DUE.plusDays(60), Pence.of(100)),
                        new Instalment(DUE, Pence.of(100)));

        assertThat(Ageing.of(instalments, Pence.of(120), DUE.plusDays(100)))
                .isEqualTo(new Ageing(Pence.ZERO, Pence.of(80), Pence.ZERO, Pence.ZERO));
    }

    @Property
    void isWhatWasDueBeforeTheDayLessWhatWasPaid(
            @ForAll("instalments") List<Instalment> instalments,
            @ForAll @LongRange(min = 0, max = 100_000) long paid,
            @ForAll @IntRange(min = -10, max = 400) int days) {
        var on = DUE.plusDays(days);
        var dueBefore =
                Pence.sum(
                        instalments.stream()
                                .filter(it -> it.dueOn().isBefore(on))
                                .map(Instalment::amountPence)
                                .toList());

        var overdue = Ageing.of(instalments, Pence.of(paid), on).totalPence();

        assertThat(overdue)
                .isEqualTo(
                        dueBefore.exceeds(Pence.of(paid))
                                ? dueBefore.minus(Pence.of(paid))
                                : Pence.ZERO);
    }

    @Provide
    Arbitrary<List<Instalment>> instalments() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 365),
                        Arbitraries.longs().between(0, 10_000))
                .as((days, pence) -> new Instalment(DUE.plusDays(days), Pence.of(pence)))
                .list()
                .ofMaxSize(14);
    }

    private static Ageing after(int days) {
        return Ageing.of(
                List.of(new Instalment(DUE, Pence.of(100))), Pence.ZERO, DUE.plusDays(days));
    }
}
