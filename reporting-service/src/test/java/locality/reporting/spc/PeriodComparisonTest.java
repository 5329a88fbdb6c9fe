package locality.reporting.spc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// "Last three months against the same three a year earlier", and the line through twelve.
@NullUnmarked
class PeriodComparisonTest {

    private static final double RELATIVE = 1e-9;
    private static final YearMonth MARCH = YearMonth.of(2014, 3);

    static Stream<JsonNode> series() {
        return ReferenceData.items(
                ReferenceData.json("period_comparison_expected.json").get("series"));
    }

    @Test
    @Tag("R6")
    void says36261AttendancesAgainst36096IsHalfAPerCentMore() {
        var comparison = compare("36261", "36096");

        assertThat(comparison.changeRounded()).isEqualByComparingTo("0.5");
        assertThat(comparison.change())
                .isCloseTo(new BigDecimal("0.457"), within(new BigDecimal("0.001")));
    }

    @Test
    @Tag("R7")
    void says10664AdmissionsAgainst9372IsAlmostFourteenPerCentMore() {
        assertThat(compare("10664", "9372").changeRounded()).isEqualByComparingTo("13.8");
    }

    @Test
    @Tag("R7")
    void showsTheIncreaseSlowingFrom14Point6AMonthBefore() {
        var series =
                List.of(
                        month(YearMonth.of(2012, 12), "1000"),
                        month(YearMonth.of(2013, 1), "0"),
                        month(YearMonth.of(2013, 2), "0"),
                        month(YearMonth.of(2013, 3), "9372"),
                        month(YearMonth.of(2013, 12), "1146"),
                        month(YearMonth.of(2014, 1), "0"),
                        month(YearMonth.of(2014, 2), "0"),
                        month(YearMonth.of(2014, 3), "10664"));

        var now = PeriodComparison.of(series, MARCH);
        var before = PeriodComparison.of(series, MARCH.minusMonths(1));

        assertThat(before.changeRounded()).isEqualByComparingTo("14.6");
        assertThat(now.changeRounded()).isEqualByComparingTo("13.8");
        assertThat(now.change()).isLessThan(before.change());
    }

    @Test
    @Tag("R6")
    void roundsHalfAwayFromZero() {
        assertThat(compare("2001", "2000").changeRounded()).isEqualByComparingTo("0.1");
        assertThat(compare("1999", "2000").changeRounded()).isEqualByComparingTo("-0.1");
    }

    @Test
    @Tag("R6")
    void givesNoPercentageOfNothing() {
        var comparison = compare("5", "0");

        assertThat(comparison.comparable()).isTrue();
        assertThat(comparison.change()).isNull();
        assertThat(comparison.changeRounded()).isNull();
    }

    @Test
    void comparesRunningTotalsByTheLatestMonthAlone() {
        var totals =
                List.of(
                        new Measured(MARCH.minusYears(1).atDay(1), new BigDecimal("100")),
                        new Measured(MARCH.minusMonths(1).atDay(1), new BigDecimal("150")),
                        new Measured(MARCH.atDay(1), new BigDecimal("160")));

        var comparison = PeriodComparison.ofTotals(totals, MARCH);

        assertThat(comparison.comparable()).isTrue();
        assertThat(comparison.changeRounded()).isEqualByComparingTo("60");
        assertThat(comparison.latestWindow()).containsExactly(MARCH.atDay(1));
        assertThat(PeriodComparison.ofTotals(totals.subList(1, 3), MARCH).missing())
                .containsExactly(MARCH.minusYears(1).atDay(1));
    }

    @Test
    @Tag("R6")
    void isNotComparableWhenAMonthIsMissingAndSaysWhich() {
        var series = new ArrayList<>(months("5", "5"));
        series.set(1, new Measured(series.get(1).period(), null));

        var comparison = PeriodComparison.of(series, MARCH);

        assertThat(comparison.comparable()).isFalse();
        assertThat(comparison.missing()).containsExactly(LocalDate.of(2013, 2, 1));
        assertThat(comparison.change()).isNull();
    }

    @Test
    @Tag("R6")
    void drawsNoLineThroughElevenMonths() {
        var trend = TwelveMonthTrend.of(months("5", "5"), MARCH);

        assertThat(trend.computed()).isFalse();
        assertThat(trend.missing()).hasSize(9).contains(LocalDate.of(2013, 4, 1));
    }

    @Test
    @Tag("R6")
    void callsALevelSeriesNoTrend() {
        var trend = TwelveMonthTrend.of(line(0), MARCH);

        assertThat(trend.slopePerMonth()).isZero();
        assertThat(trend.pValue()).isEqualTo(1);
        assertThat(trend.direction()).isEqualTo(TwelveMonthTrend.Direction.NONE);
    }

    @Test
    @Tag("R6")
    void isCertainOfAPerfectLine() {
        var trend = TwelveMonthTrend.of(line(-3), MARCH);

        assertThat(trend.slopePerMonth()).isEqualTo(-3);
        assertThat(trend.rSquared()).isEqualTo(1);
        assertThat(trend.pValue()).isZero();
        assertThat(trend.direction()).isEqualTo(TwelveMonthTrend.Direction.SIGNIFICANT_DECREASE);
    }

    @ParameterizedTest
    @MethodSource("series")
    @Tag("R6")
    void comparesThePublishedSeriesAsTheReferenceDoes(JsonNode expected) {
        var asOf = YearMonth.from(LocalDate.parse(expected.get("as_of").asText()));

        assertComparison(
                compare(expected.get("source"), asOf), expected.get("three_months_v_year_ago"));
        assertComparison(
                compare(expected.get("source"), asOf.minusMonths(1)),
                expected.get("previous_report"));
    }

    @ParameterizedTest
    @MethodSource("series")
    @Tag("R6")
    void fitsThePublishedSeriesAsTheReferenceDoes(JsonNode expected) {
        var asOf = YearMonth.from(LocalDate.parse(expected.get("as_of").asText()));

        var trend = TwelveMonthTrend.of(ReferenceData.series(expected.get("source")), asOf);

        var is = expected.get("trend_12_months");
        assertThat(trend.computed()).isTrue();
        close(trend.slopePerMonth(), is.get("slope_per_month"));
        close(trend.intercept(), is.get("intercept"));
        close(trend.rSquared(), is.get("r_squared"));
        close(trend.pValue(), is.get("p_value"));
        close(trend.fittedFirst(), is.get("fitted_first"));
        close(trend.fittedLast(), is.get("fitted_last"));
        close(trend.fittedChangePercent(), is.get("fitted_change_pct"));
        assertThat(trend.direction()).hasToString(is.get("direction").asText());
    }

    private static PeriodComparison compare(JsonNode source, YearMonth asOf) {
        return source.get("measure").asText().equals("performance")
                ? PeriodComparison.ofRatios(ReferenceData.ratios(source), asOf)
                : PeriodComparison.of(ReferenceData.series(source), asOf);
    }

    private static void assertComparison(PeriodComparison comparison, JsonNode is) {
        assertThat(comparison.comparable()).isEqualTo(is.get("comparable").asBoolean());
        assertThat(comparison.latestWindow())
                .extracting(LocalDate::toString)
                .isEqualTo(ReferenceData.strings(is.get("latest_window")));
        assertThat(comparison.priorWindow())
                .extracting(LocalDate::toString)
                .isEqualTo(ReferenceData.strings(is.get("prior_window")));
        close(comparison.latest().doubleValue(), is.get("latest"));
        close(comparison.prior().doubleValue(), is.get("prior"));
        boolean counts = comparison.unit() == PeriodComparison.ChangeUnit.PER_CENT;
        close(
                comparison.change().doubleValue(),
                is.get(counts ? "pct_change" : "change_percentage_points"));
        assertThat(comparison.changeRounded())
                .isEqualByComparingTo(
                        is.get(counts ? "pct_change_1dp" : "change_pp_1dp").decimalValue());
    }

    /// Sums of three months: all of it in the last of them.
    private static PeriodComparison compare(String latest, String prior) {
        return PeriodComparison.of(months(latest, prior), MARCH);
    }

    private static List<Measured> months(String latest, String prior) {
        return List.of(
                month(YearMonth.of(2013, 1), "0"),
                month(YearMonth.of(2013, 2), "0"),
                month(YearMonth.of(2013, 3), prior),
                month(YearMonth.of(2014, 1), "0"),
                month(YearMonth.of(2014, 2), "0"),
                month(YearMonth.of(2014, 3), latest));
    }

    private static List<Measured> line(int slope) {
        var series = new ArrayList<Measured>();
        for (int i = 0; i < 12; i++) {
            series.add(month(MARCH.minusMonths(11L - i), String.valueOf(100 + slope * i)));
        }
        return series;
    }

    private static Measured month(YearMonth month, String value) {
        return new Measured(month.atDay(1), new BigDecimal(value));
    }

    private static void close(double actual, JsonNode expected) {
        double is = expected.asDouble();
        assertThat(actual).isCloseTo(is, within(Math.abs(is) * RELATIVE));
    }
}
