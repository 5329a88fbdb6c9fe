package locality.reporting.spc;

import static locality.reporting.spc.ImprovementDirection.DECREASE;
import static locality.reporting.spc.ImprovementDirection.INCREASE;
import static locality.reporting.spc.ImprovementDirection.NEUTRAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The rules one by one, on series small enough to check by hand.
@Tag("R8")
class ControlChartTest {

    private static final LocalDate JANUARY = LocalDate.of(2020, 1, 1);

    @Test
    void takesTwentyValuesOfOneTenthForNoVariationAtAll() {
        var chart = ControlChart.of(months(Collections.nCopies(20, "0.1")), better(INCREASE));

        var segment = chart.segments().getFirst();
        assertThat(segment.mean()).isEqualTo(0.1);
        assertThat(segment.lowerLimit()).isEqualTo(0.1);
        assertThat(segment.upperLimit()).isEqualTo(0.1);
        assertThat(causes(chart)).containsOnly(SpecialCause.NONE);
        assertThat(chart.variation()).isEqualTo(Variation.COMMON_CAUSE);
    }

    @Test
    void passesATargetThatASeriesWithoutVariationMeetsExactly() {
        var series = months(Collections.nCopies(20, "0.1"));

        assertThat(ControlChart.of(series, towards(number("0.1"), INCREASE)).assurance())
                .isEqualTo(Assurance.PASS);
        assertThat(ControlChart.of(series, towards(number("0.1"), DECREASE)).assurance())
                .isEqualTo(Assurance.PASS);
        assertThat(ControlChart.of(series, towards(number("0.11"), INCREASE)).assurance())
                .isEqualTo(Assurance.FAIL);
        assertThat(ControlChart.of(series, towards(number("0.11"), DECREASE)).assurance())
                .isEqualTo(Assurance.PASS);
        assertThat(ControlChart.of(series, towards(number("0.11"), NEUTRAL)).assurance()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"MONTH, 1", "QUARTER, 3", "YEAR, 12", ", 1", ", 3"})
    void aSeriesOfLastDaysHasNoGapsButThoseOfAWholePeriod(@Nullable Frequency stated, int months) {
        var series =
                IntStream.range(0, 12)
                        .mapToObj(step -> YearMonth.of(2019, 2).plusMonths((long) step * months))
                        .map(month -> new Measured(month.atEndOfMonth(), number("5")))
                        .toList();
        var options = new ChartOptions(INCREASE, null, List.of(), null, true, stated);

        assertThat(ControlChart.of(series, options).missing()).isEmpty();
        var gapped = new ArrayList<>(series);
        gapped.remove(5);
        assertThat(ControlChart.of(gapped, options).missing())
                .singleElement()
                .extracting(YearMonth::from)
                .isEqualTo(YearMonth.from(series.get(5).period()));
    }

    @Test
    void saysRareEventsWhenEveryMovementIsScreenedOut() {
        var values = new ArrayList<>(Collections.nCopies(36, "0"));
        values.set(20, "1");

        var chart = ControlChart.of(months(values), towards(number("0"), DECREASE));

        var segment = chart.segments().getFirst();
        assertThat(segment.lowerLimit()).isNull();
        assertThat(segment.upperLimit()).isNull();
        assertThat(segment.reason()).isEqualTo("rare events");
        assertThat(causes(chart)).containsOnly(SpecialCause.NONE);
        assertThat(chart.assurance()).isNull();
    }

    @Test
    void drawsOnePointWithoutLimitsOrIcons() {
        var chart = ControlChart.of(months(List.of("142")), towards(number("1"), INCREASE));

        var segment = chart.segments().getFirst();
        assertThat(segment.n()).isEqualTo(1);
        assertThat(segment.mean()).isEqualTo(142);
        assertThat(segment.lowerLimit()).isNull();
        assertThat(segment.upperLimit()).isNull();
        assertThat(segment.reason()).isEqualTo("one point");
        assertThat(chart.variation()).isNull();
        assertThat(chart.assurance()).isNull();
    }

    @Test
    void drawsNothingOfNothing() {
        var chart = ControlChart.of(List.of(), better(INCREASE));

        assertThat(chart.segments()).isEmpty();
        assertThat(chart.points()).isEmpty();
        assertThat(chart.variation()).isNull();
        assertThat(chart.assurance()).isNull();
    }

    @Test
    void flagsTheDayWith142AttendancesAgainstItsUpperLimit() {
        var values = new ArrayList<>(List.of("100", "104", "98", "101", "105", "99", "102"));
        values.addAll(List.of("97", "103", "100", "104", "99", "101", "142"));
        var first = LocalDate.of(2014, 3, 1);
        var series = new ArrayList<Measured>();
        for (int i = 0; i < values.size(); i++) {
            series.add(new Measured(first.plusDays(i), number(values.get(i))));
        }

        var chart = ControlChart.of(series, better(DECREASE));

        var latest = chart.points().getLast();
        assertThat(latest.period()).isEqualTo("2014-03-14");
        assertThat(latest.specialCause()).isEqualTo(SpecialCause.ABOVE_UPPER_LIMIT);
        assertThat(latest.pointType()).isEqualTo(PointType.SPECIAL_CAUSE_CONCERN);
        assertThat(chart.variation()).isEqualTo(Variation.CONCERN_HIGH);
    }

    @Test
    void judgesNoChangeOfAnIndicatorWithoutADirection() {
        var values = new ArrayList<>(List.of("1", "2", "1", "2", "1", "2", "1", "2", "1", "2"));
        values.addAll(List.of("1", "2", "1", "2", "-20"));

        var chart = ControlChart.of(months(values), better(NEUTRAL));

        assertThat(chart.points().getLast().pointType())
                .isEqualTo(PointType.SPECIAL_CAUSE_NEUTRAL_LOW);
        assertThat(chart.variation()).isEqualTo(Variation.NEUTRAL_LOW);
    }

    @Test
    void countsAValueOnTheLimitAsWithinIt() {
        // Mean 1 and mean range 2 over the first twelve: the limits are 1 +/- 5.32.
        var values = new ArrayList<String>();
        for (int i = 0; i < 6; i++) {
            values.addAll(List.of("0", "2"));
        }
        values.addAll(List.of("6.32", "-4.32", "6.320001"));

        var chart = ControlChart.of(months(values), fixedAfter(12));

        assertThat(causes(chart).get(12)).isNotEqualTo(SpecialCause.ABOVE_UPPER_LIMIT);
        assertThat(causes(chart).get(13)).isNotEqualTo(SpecialCause.BELOW_LOWER_LIMIT);
        assertThat(causes(chart).get(14)).isEqualTo(SpecialCause.ABOVE_UPPER_LIMIT);
    }

    @Test
    void countsAValueOnTheMeanToNeitherSide() {
        // The mean of 0.1, 0.2, 0.3 is 0.2 exactly, which binary fractions do not know.
        var chart =
                ControlChart.of(
                        months(List.of("0.1", "0.2", "0.3", "0.2", "0.2", "0.2", "0.2", "0.2")),
                        better(INCREASE));

        assertThat(chart.segments().getFirst().mean()).isEqualTo(0.2);
        assertThat(causes(chart))
                .doesNotContain(SpecialCause.SHIFT_ABOVE, SpecialCause.SHIFT_BELOW);
    }

    @Test
    void breaksATrendAtATie() {
        var chart =
                ControlChart.of(
                        months(List.of("1", "2", "3", "4", "4", "5", "6", "7", "1", "9", "1")),
                        better(INCREASE));

        assertThat(causes(chart)).doesNotContain(SpecialCause.INCREASING_TREND);
    }

    @Test
    void readsTheTurnOfTwoTrendsByTheStepThatFollows() {
        var values = new ArrayList<String>();
        for (int i = 0; i < 6; i++) {
            values.addAll(List.of("0", "20"));
        }
        values.addAll(List.of("1", "2", "3", "4", "5", "6", "7", "6", "5", "4", "3", "2", "1"));

        var chart = ControlChart.of(months(values), fixedAfter(12));

        assertThat(causes(chart).get(17)).isEqualTo(SpecialCause.INCREASING_TREND);
        assertThat(causes(chart).get(18)).isEqualTo(SpecialCause.DECREASING_TREND);
        assertThat(causes(chart).get(24)).isEqualTo(SpecialCause.DECREASING_TREND);
    }

    @Test
    void takesTheNeighboursOfAMissingMonthAsAdjacentAndDeclaresTheGap() {
        var whole = months(List.of("3", "5", "4", "6", "3"));
        var gapped = new ArrayList<Measured>();
        gapped.add(whole.get(0));
        gapped.add(whole.get(1));
        gapped.add(new Measured(JANUARY.plusMonths(2), null));
        gapped.add(new Measured(JANUARY.plusMonths(4), number("4")));
        gapped.add(new Measured(JANUARY.plusMonths(5), number("6")));
        gapped.add(new Measured(JANUARY.plusMonths(6), number("3")));

        var chart = ControlChart.of(gapped, better(INCREASE));

        assertThat(chart.missing()).containsExactly(JANUARY.plusMonths(2), JANUARY.plusMonths(3));
        assertThat(chart.segments().getFirst())
                .usingRecursiveComparison()
                .ignoringFields("to")
                .isEqualTo(ControlChart.of(whole, better(INCREASE)).segments().getFirst());
    }

    @Test
    void findsGapsByTheFrequencyOfTheSeries() {
        assertThat(missing(0, 1, 3)).isEqualTo(List.of(JANUARY.plusDays(2)));
        assertThat(missing(0, 7, 21)).isEqualTo(List.of(JANUARY.plusDays(14)));
        assertThat(missing(0, 31, 91)).isEqualTo(List.of(JANUARY.plusMonths(2)));
        assertThat(missing(0, 91, 274)).isEqualTo(List.of(JANUARY.plusMonths(6)));
        assertThat(missing(0, 366, 1096)).isEqualTo(List.of(JANUARY.plusYears(2)));
    }

    @Test
    void startsASegmentAtARebaseAndNoneTwice() {
        var series = months(List.of("1", "2", "1", "2", "11", "12", "11", "12"));
        var may = JANUARY.plusMonths(4);

        var chart = ControlChart.of(series, rebasedOn(may, JANUARY, may));

        assertThat(chart.segments()).hasSize(2);
        assertThat(chart.segments().getLast().from()).isEqualTo(may);
        assertThat(chart.segments().getLast().mean()).isEqualTo(11.5);
        assertThat(chart.segments()).allMatch(ControlChart.Segment::trial);
    }

    @Test
    void refusesARebaseWithoutAPoint() {
        assertThatThrownBy(
                        () ->
                                ControlChart.of(
                                        months(List.of("1", "2")),
                                        rebasedOn(LocalDate.of(2020, 2, 2))))
                .isInstanceOf(SpcRefusal.RebaseWithoutPoint.class)
                .hasMessageContaining("2020-02-02");
    }

    @Test
    void refusesTwoPointsOfOnePeriod() {
        var twice = List.of(new Measured(JANUARY, number("1")), new Measured(JANUARY, null));

        assertThatThrownBy(() -> ControlChart.of(twice, better(INCREASE)))
                .isInstanceOf(SpcRefusal.DuplicatePeriod.class)
                .hasMessageContaining("2020-01-01");
    }

    @Test
    void refusesToFixLimitsOnElevenPoints() {
        assertThatThrownBy(() -> fixedAfter(11)).isInstanceOf(SpcRefusal.BaselineTooShort.class);
    }

    @Test
    void refusesWhatIsNoMeasurement() {
        assertThatThrownBy(() -> ControlChart.of(months(List.of("1e999999999")), better(INCREASE)))
                .isInstanceOf(SpcRefusal.BeyondMeasure.class);
        assertThatThrownBy(() -> ControlChart.of(months(List.of("1e-999999999")), better(INCREASE)))
                .isInstanceOf(SpcRefusal.BeyondMeasure.class);
        assertThatThrownBy(
                        () ->
                                ControlChart.of(
                                        List.of(new Measured(LocalDate.MAX, number("1"))),
                                        better(INCREASE)))
                .isInstanceOf(SpcRefusal.PeriodOutOfRange.class);
    }

    private static List<LocalDate> missing(int... days) {
        var series = new ArrayList<Measured>();
        for (int day : days) {
            series.add(new Measured(JANUARY.plusDays(day), BigDecimal.ONE));
        }
        return ControlChart.of(series, better(INCREASE)).missing();
    }

    private static List<SpecialCause> causes(ControlChart chart) {
        return chart.points().stream().map(ControlChart.Point::specialCause).toList();
    }

    /// No target, one segment, limits from all its points, outliers screened.
    static ChartOptions better(ImprovementDirection direction) {
        return new ChartOptions(direction, null, List.of(), null, true, null);
    }

    private static ChartOptions towards(BigDecimal target, ImprovementDirection direction) {
        return new ChartOptions(direction, target, List.of(), null, true, null);
    }

    private static ChartOptions rebasedOn(LocalDate... dates) {
        return new ChartOptions(INCREASE, null, List.of(dates), null, true, null);
    }

    private static ChartOptions fixedAfter(int points) {
        return new ChartOptions(INCREASE, null, List.of(), points, true, null);
    }

    private static List<Measured> months(List<String> values) {
        var series = new ArrayList<Measured>();
        for (int i = 0; i < values.size(); i++) {
            series.add(new Measured(JANUARY.plusMonths(i), number(values.get(i))));
        }
        return series;
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text);
    }
}
