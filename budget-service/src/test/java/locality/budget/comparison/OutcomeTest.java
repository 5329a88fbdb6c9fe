package locality.budget.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import locality.budget.comparison.Outcome.Bounds;
import locality.budget.figure.FigureUnit;
import locality.platform.fact.Provenance;
import locality.platform.money.Pence;
import locality.platform.refusal.AmountOutOfRange;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("B2")
@Tag("B3")
class OutcomeTest {

    private static final long THOUSAND = 100_000;
    private static final long MOST = 1_000_000_000_000L;

    @Test
    void agreesToThePenny() {
        var outcome = Outcome.of(List.of(thousands(1_473), thousands(544)), thousands(2_017));

        assertThat(outcome.verdict()).isEqualTo(Verdict.AGREES);
        assertThat(outcome.sumPence()).isEqualTo(Pence.of(2_017 * THOUSAND));
        assertThat(outcome.differencePence()).isEqualTo(Pence.ZERO);
    }

    @Test
    void agreesAsRoundedWhereWhatBothMayBeMeets() {
        var existing = List.of(thousands(32_671), thousands(13_221).times(-1));

        var outcome = Outcome.of(existing, millions(195));

        assertThat(outcome.verdict()).isEqualTo(Verdict.AGREES_AS_ROUNDED);
        assertThat(outcome.sumPence()).isEqualTo(Pence.of(19_450 * THOUSAND));
        assertThat(outcome.differencePence()).isEqualTo(Pence.of(-50 * THOUSAND));
        assertThat(outcome.sumBetween())
                .isEqualTo(new Bounds(Pence.of(19_449 * THOUSAND), Pence.of(19_451 * THOUSAND)));
        assertThat(outcome.againstBetween())
                .isEqualTo(new Bounds(Pence.of(19_450 * THOUSAND), Pence.of(19_550 * THOUSAND)));
    }

    @Test
    void differsWhereNoRoundingMakesThemTheSame() {
        var outcome = Outcome.of(List.of(thousands(2_017)), planned(2_000));

        assertThat(outcome.verdict()).isEqualTo(Verdict.DIFFERS);
        assertThat(outcome.differencePence()).isEqualTo(Pence.of(17 * THOUSAND));
        assertThat(outcome.againstBetween())
                .isEqualTo(new Bounds(Pence.of(2_000 * THOUSAND), Pence.of(2_000 * THOUSAND)));
    }

    @Test
    void differsByAPennyMoreThanTheRoundingAllows() {
        var rounded = amount(1_000, 50, false);

        assertThat(Outcome.of(List.of(amount(1_050, 0, false)), rounded).verdict())
                .isEqualTo(Verdict.AGREES_AS_ROUNDED);
        assertThat(Outcome.of(List.of(amount(1_051, 0, false)), rounded).verdict())
                .isEqualTo(Verdict.DIFFERS);
        assertThat(Outcome.of(List.of(amount(949, 0, false)), rounded).verdict())
                .isEqualTo(Verdict.DIFFERS);
    }

    @Test
    @Tag("B13")
    void isApproximateWhenOneOfItsFiguresIs() {
        var circa = amount(4_000_000, 50_000, true);

        assertThat(Outcome.of(List.of(circa), thousands(40)).approximate()).isTrue();
        assertThat(Outcome.of(List.of(thousands(40)), circa).approximate()).isTrue();
        assertThat(Outcome.of(List.of(thousands(40)), thousands(40)).approximate()).isFalse();
    }

    @Test
    @Tag("B13")
    void countsATermAsOftenAsItIsSaidWithAllOfItsRounding() {
        var eight = thousands(50).times(8);

        assertThat(eight.amountPence()).isEqualTo(Pence.of(400 * THOUSAND));
        assertThat(eight.withinPence()).isEqualTo(Pence.of(4 * THOUSAND));
        assertThat(eight.label()).isEqualTo("8 x A figure");
        assertThat(thousands(50).times(-2).withinPence()).isEqualTo(Pence.of(THOUSAND));
        assertThat(thousands(50).times(-1).label()).isEqualTo("A figure");
    }

    @Test
    void refusesWhatCannotBeCounted() {
        var large = amount(Long.MAX_VALUE / 2, 0, false);

        assertThatExceptionOfType(AmountOutOfRange.class).isThrownBy(() -> large.times(3));
        assertThatExceptionOfType(AmountOutOfRange.class)
                .isThrownBy(() -> Outcome.of(List.of(large, large, large), large));
    }

    @Property
    void theDifferenceIsAllowedExactlyWhenThePrecisionsTogetherCoverIt(
            @ForAll @LongRange(min = -MOST, max = MOST) long sum,
            @ForAll @LongRange(min = -200, max = 200) long apart,
            @ForAll @LongRange(min = 0, max = 100) long within,
            @ForAll @LongRange(min = 0, max = 100) long otherWithin) {
        var outcome =
                Outcome.of(
                        List.of(amount(sum, within, false)),
                        amount(sum - apart, otherWithin, false));

        assertThat(outcome.differencePence()).isEqualTo(Pence.of(apart));
        assertThat(outcome.verdict() == Verdict.DIFFERS)
                .isEqualTo(Math.abs(apart) > within + otherWithin);
        assertThat(outcome.verdict() == Verdict.AGREES).isEqualTo(apart == 0);
    }

    @Property
    void theVerdictIsTheSameTheOtherWayRound(
            @ForAll @LongRange(min = -MOST, max = MOST) long one,
            @ForAll @LongRange(min = -300, max = 300) long apart,
            @ForAll @LongRange(min = 0, max = 100) long within,
            @ForAll @LongRange(min = 0, max = 100) long otherWithin) {
        var first = amount(one, within, false);
        var second = amount(one + apart, otherWithin, false);

        var there = Outcome.of(List.of(first), second);
        var back = Outcome.of(List.of(second), first);

        assertThat(there.verdict()).isEqualTo(back.verdict());
        assertThat(there.differencePence()).isEqualTo(back.differencePence().negated());
        assertThat(there.sumBetween()).isEqualTo(back.againstBetween());
    }

    private static Amount thousands(long amount) {
        return amount(amount * THOUSAND, THOUSAND / 2, false);
    }

    private static Amount planned(long thousands) {
        return amount(thousands * THOUSAND, 0, false);
    }

    private static Amount millions(long tenths) {
        return amount(tenths * 100 * THOUSAND, 50 * THOUSAND, false);
    }

    private static Amount amount(long pence, long within, boolean approximate) {
        return new Amount(
                "MCR-F",
                null,
                "A figure",
                "as stated",
                FigureUnit.GBP_K,
                Pence.of(pence),
                Pence.of(within),
                approximate,
                Provenance.illustrative());
    }
}
