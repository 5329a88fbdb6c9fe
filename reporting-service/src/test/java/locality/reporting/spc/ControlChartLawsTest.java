package locality.reporting.spc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/// What holds of every series.
class ControlChartLawsTest {

    private static final LocalDate FIRST = LocalDate.of(2016, 4, 1);

    @Property(tries = 200)
    void aConstantSeriesIsAllCommonCause(
            @ForAll("values") BigDecimal value, @ForAll @IntRange(min = 2, max = 60) int n) {
        var chart = chart(Collections.nCopies(n, value), ImprovementDirection.INCREASE);

        assertThat(chart.points()).allMatch(p -> p.specialCause() == SpecialCause.NONE);
        assertThat(chart.segments().getFirst().mean()).isEqualTo(value.doubleValue());
        assertThat(chart.variation()).isEqualTo(Variation.COMMON_CAUSE);
    }

    @Property(tries = 200)
    void addingAConstantShiftsTheLimitsAndNothingElse(
            @ForAll("series") List<BigDecimal> values, @ForAll("values") BigDecimal constant) {
        var chart = chart(values, ImprovementDirection.INCREASE);
        var shifted =
                chart(values.stream().map(constant::add).toList(), ImprovementDirection.INCREASE);

        assertThat(causes(shifted)).isEqualTo(causes(chart));
        var before = chart.segments().getFirst();
        var after = shifted.segments().getFirst();
        assertThat(after.mean()).isCloseTo(before.mean() + constant.doubleValue(), within(1e-6));
        assertThat(after.reason()).isEqualTo(before.reason());
        if (before.lowerLimit() != null && before.upperLimit() != null) {
            assertThat(after.upperLimit())
                    .isCloseTo(before.upperLimit() + constant.doubleValue(), within(1e-6));
            assertThat(after.lowerLimit())
                    .isCloseTo(before.lowerLimit() + constant.doubleValue(), within(1e-6));
        }
    }

    @Property(tries = 200)
    void theOrderOfTheSeriesDoesNotMatter(
            @ForAll("series") List<BigDecimal> values, @ForAll Random random) {
        var series = new ArrayList<>(months(values));
        var options = ControlChartTest.better(ImprovementDirection.DECREASE);
        var sorted = ControlChart.of(series, options);

        Collections.shuffle(series, random);

        assertThat(ControlChart.of(series, options)).isEqualTo(sorted);
    }

    @Property(tries = 200)
    void turningTheSeriesOverTurnsHighToLow(@ForAll("series") List<BigDecimal> values) {
        var chart = chart(values, ImprovementDirection.INCREASE);
        var mirrored =
                chart(
                        values.stream().map(BigDecimal::negate).toList(),
                        ImprovementDirection.DECREASE);

        assertThat(mirrored.points().stream().map(ControlChart.Point::pointType))
                .isEqualTo(chart.points().stream().map(ControlChart.Point::pointType).toList());
        assertThat(mirrored.points().stream().map(p -> -p.specialCause().side()))
                .isEqualTo(chart.points().stream().map(p -> p.specialCause().side()).toList());
    }

    @Property(tries = 200)
    void whatLiesOutsideIsFlaggedAsOutside(@ForAll("series") List<BigDecimal> values) {
        var chart = chart(values, ImprovementDirection.NEUTRAL);

        var segment = chart.segments().getFirst();
        if (segment.lowerLimit() != null && segment.upperLimit() != null) {
            for (var point : chart.points()) {
                double value = point.value().doubleValue();
                if (value > segment.upperLimit() + 1e-6) {
                    assertThat(point.specialCause()).isEqualTo(SpecialCause.ABOVE_UPPER_LIMIT);
                }
                if (value < segment.lowerLimit() - 1e-6) {
                    assertThat(point.specialCause()).isEqualTo(SpecialCause.BELOW_LOWER_LIMIT);
                }
            }
        }
    }

    @Provide
    Arbitrary<BigDecimal> values() {
        return Arbitraries.bigDecimals()
                .between(BigDecimal.valueOf(-1_000_000), BigDecimal.valueOf(1_000_000))
                .ofScale(3);
    }

    /// Small numbers, so that ties, runs and values on the mean come up.
    @Provide
    Arbitrary<List<BigDecimal>> series() {
        return Arbitraries.integers()
                .between(-20, 20)
                .map(tenths -> BigDecimal.valueOf(tenths, 1))
                .list()
                .ofMinSize(2)
                .ofMaxSize(60);
    }

    private static ControlChart chart(List<BigDecimal> values, ImprovementDirection better) {
        return ControlChart.of(months(values), ControlChartTest.better(better));
    }

    private static List<SpecialCause> causes(ControlChart chart) {
        return chart.points().stream().map(ControlChart.Point::specialCause).toList();
    }

    private static List<Measured> months(List<BigDecimal> values) {
        var series = new ArrayList<Measured>();
        for (int i = 0; i < values.size(); i++) {
            series.add(new Measured(FIRST.plusMonths(i), values.get(i)));
        }
        return series;
    }
}
