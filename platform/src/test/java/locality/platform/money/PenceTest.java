package locality.platform.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.Collections;
import java.util.List;
import locality.platform.refusal.AmountOutOfRange;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class PenceTest {

    @Property
    void sharesSumToTheTotal(
            @ForAll long total, @ForAll @Size(min = 1, max = 12) List<@LongRange(min = 0) Long> w) {
        var weights = withOneAboveZero(w);

        var shares = Pence.of(total).allocate(weights);

        assertThat(Pence.sum(shares)).isEqualTo(Pence.of(total));
    }

    @Property
    void eachShareIsWithinAPennyOfTheExactOne(
            @ForAll long total, @ForAll @Size(min = 1, max = 12) List<@LongRange(min = 0) Long> w) {
        var weights = withOneAboveZero(w);
        var totalWeight =
                weights.stream().map(BigInteger::valueOf).reduce(BigInteger.ZERO, BigInteger::add);

        var shares = Pence.of(total).allocate(weights);

        for (int i = 0; i < shares.size(); i++) {
            var difference =
                    BigInteger.valueOf(shares.get(i).value())
                            .multiply(totalWeight)
                            .subtract(
                                    BigInteger.valueOf(total)
                                            .multiply(BigInteger.valueOf(weights.get(i))))
                            .abs();
            assertThat(difference).isLessThan(totalWeight);
        }
    }

    @Property
    void theNegatedAmountSplitsIntoTheNegatedShares(
            @ForAll @LongRange(min = Long.MIN_VALUE + 1) long total,
            @ForAll @Size(min = 1, max = 12) List<@LongRange(min = 0) Long> w) {
        var weights = withOneAboveZero(w);

        var negated = Pence.of(total).negated().allocate(weights);

        assertThat(negated)
                .isEqualTo(Pence.of(total).allocate(weights).stream().map(Pence::negated).toList());
    }

    @Property
    void aWeightOfZeroGetsNothing(
            @ForAll long total,
            @ForAll @Size(min = 1, max = 12) List<@LongRange(min = 0, max = 3) Long> w) {
        var weights = withOneAboveZero(w);

        var shares = Pence.of(total).allocate(weights);

        for (int i = 0; i < shares.size(); i++) {
            if (weights.get(i) == 0) {
                assertThat(shares.get(i)).isEqualTo(Pence.ZERO);
            }
        }
    }

    @Property
    void equalWeightsGetTheOddPenniesEarliest(
            @ForAll @LongRange(min = 0) long total, @ForAll @Size(min = 1, max = 12) List<Long> n) {
        var shares = Pence.of(total).allocateEqually(n.size());

        assertThat(shares).isSortedAccordingTo(Collections.reverseOrder());
    }

    @Test
    void aPennyMoreMayLowerAShare() {
        var weights = List.of(6L, 6L, 2L);

        assertThat(Pence.of(3).allocate(weights))
                .isEqualTo(List.of(Pence.of(1), Pence.of(1), Pence.of(1)));
        assertThat(Pence.of(4).allocate(weights))
                .isEqualTo(List.of(Pence.of(2), Pence.of(2), Pence.of(0)));
    }

    @Test
    void splitsTheBetterCareFundOverTwelveMonths() {
        var months = Pence.of(3_267_100_000L).allocateEqually(12);

        assertThat(months.subList(0, 4)).containsOnly(Pence.of(272_258_334));
        assertThat(months.subList(4, 12)).containsOnly(Pence.of(272_258_333));
    }

    @Test
    void refusesWeightsThatShareNothing() {
        assertThatThrownBy(() -> Pence.of(1).allocate(List.of(0L, 0L)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Pence.of(1).allocate(List.of(2L, -1L)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Pence.of(1).allocate(List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void neverWrapsAround() {
        assertThatThrownBy(() -> Pence.of(Long.MAX_VALUE).plus(Pence.of(1)))
                .isInstanceOf(AmountOutOfRange.class);
    }

    @Test
    void isWrittenInPoundsForPeople() {
        assertThat(Pence.of(279_100_000).inPounds()).isEqualTo("£2,791,000.00");
        assertThat(Pence.of(-14_805).inPounds()).isEqualTo("-£148.05");
        assertThat(Pence.of(-5).inPounds()).isEqualTo("-£0.05");
    }

    private static List<Long> withOneAboveZero(List<Long> weights) {
        return weights.stream().allMatch(w -> w == 0)
                ? java.util.stream.Stream.concat(
                                java.util.stream.Stream.of(1L), weights.stream().skip(1))
                        .toList()
                : weights;
    }
}
