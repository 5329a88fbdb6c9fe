package locality.budget.performance;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import locality.platform.money.Pence;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Tag;

/// Whatever is achieved of whatever target, performance pay keeps these laws.
@Tag("B14")
class PerformancePayLawsTest {

    @Property
    void holdsThePartOfTheBaseRoundedDown(
            @ForAll @LongRange(max = 1_000_000_000_000_000L) long base,
            @ForAll @IntRange(min = 1, max = 2_500) int basisPoints) {
        var held = pay(base, basisPoints, BigDecimal.ONE, BigDecimal.ZERO, 0).heldPence().value();
        var exact = BigInteger.valueOf(base).multiply(BigInteger.valueOf(basisPoints));
        var whole = BigInteger.valueOf(10_000);

        assertThat(BigInteger.valueOf(held).multiply(whole)).isLessThanOrEqualTo(exact);
        assertThat(BigInteger.valueOf(held + 1).multiply(whole)).isGreaterThan(exact);
    }

    @Property
    void isDueBetweenNothingAndAllThatIsHeld(
            @ForAll @LongRange(max = 1_000_000_000_000_000L) long base,
            @ForAll @IntRange(min = 1, max = 2_500) int basisPoints,
            @ForAll @BigRange(min = "0.01", max = "1000000") @Scale(2) BigDecimal target,
            @ForAll @BigRange(min = "-1000000", max = "2000000") @Scale(2) BigDecimal achieved) {
        var pay = pay(base, basisPoints, target, achieved, 0);

        assertThat(pay.cumulativeDuePence()).isBetween(Pence.ZERO, pay.heldPence());
        if (achieved.compareTo(target) >= 0) {
            assertThat(pay.cumulativeDuePence()).isEqualTo(pay.heldPence());
        }
        if (achieved.signum() <= 0) {
            assertThat(pay.cumulativeDuePence()).isEqualTo(Pence.ZERO);
        }
    }

    @Property
    void isDueThePartOfWhatIsHeldThatWasAchievedToTheNearestPenny(
            @ForAll @LongRange(max = 1_000_000_000_000_000L) long base,
            @ForAll @IntRange(min = 1, max = 2_500) int basisPoints,
            @ForAll @BigRange(min = "0.01", max = "1000000") @Scale(2) BigDecimal target,
            @ForAll @BigRange(min = "0", max = "1") @Scale(4) BigDecimal part) {
        var achieved = target.multiply(part);
        var pay = pay(base, basisPoints, target, achieved, 0);
        var exact = BigDecimal.valueOf(pay.heldPence().value()).multiply(achieved);
        var due = BigDecimal.valueOf(pay.cumulativeDuePence().value()).multiply(target);

        var halves = due.subtract(exact).multiply(BigDecimal.TWO);
        assertThat(halves).isGreaterThan(target.negate()).isLessThanOrEqualTo(target);
    }

    @Property
    void isDueNoLessWhenMoreIsAchieved(
            @ForAll @LongRange(max = 1_000_000_000_000_000L) long base,
            @ForAll @BigRange(min = "0.01", max = "1000000") @Scale(2) BigDecimal target,
            @ForAll @BigRange(min = "0", max = "1000000") @Scale(2) BigDecimal achieved,
            @ForAll @BigRange(min = "0", max = "1000000") @Scale(2) BigDecimal more) {
        var before = pay(base, 2_500, target, achieved, 0).cumulativeDuePence();
        var after = pay(base, 2_500, target, achieved.add(more), 0).cumulativeDuePence();

        assertThat(after).isGreaterThanOrEqualTo(before);
    }

    @Property
    void paysInAllWhatIsDueAtTheEndHoweverOftenItIsCalculated(
            @ForAll @LongRange(max = 1_000_000_000_000_000L) long base,
            @ForAll @Size(min = 1, max = 12)
                    List<@BigRange(min = "0", max = "200") @Scale(2) BigDecimal> achieved) {
        var target = new BigDecimal("100");
        long paid = 0;
        for (var soFar : achieved) {
            paid += pay(base, 2_500, target, soFar, paid).deltaPence().value();
        }

        assertThat(Pence.of(paid))
                .isEqualTo(pay(base, 2_500, target, achieved.getLast(), 0).cumulativeDuePence());
    }

    private static PerformancePay pay(
            long base, int basisPoints, BigDecimal target, BigDecimal achieved, long paid) {
        return PerformancePay.of(Pence.of(base), basisPoints, target, achieved, Pence.of(paid));
    }
}
