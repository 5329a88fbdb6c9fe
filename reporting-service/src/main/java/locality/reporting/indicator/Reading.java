package locality.reporting.indicator;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import locality.reporting.spc.ChartOptions;
import locality.reporting.spc.ControlChart;
import locality.reporting.spc.Frequency;
import locality.reporting.spc.Measured;
import locality.reporting.spc.PeriodComparison;
import locality.reporting.spc.TwelveMonthTrend;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// An indicator with all that can be said of it: its figures, their control chart, the comparison
/// with a year earlier, whether they are late, and a description for who cannot see the chart.
///
/// @param comparison the last three months against the same a year earlier; monthly series only
/// @param trend the straight line through the last twelve months; monthly series only
/// @param description the chart in words
@Schema(name = "IndicatorReading")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Reading(
        @JsonUnwrapped Indicator indicator,
        @Nullable Observation latest,
        List<Observation> observations,
        ControlChart spc,
        @Nullable PeriodComparison comparison,
        @Nullable TwelveMonthTrend trend,
        Timeliness timeliness,
        String description) {

    static Reading of(
            Indicator indicator,
            List<Observation> observations,
            List<LocalDate> rebase,
            LocalDate today) {
        var series =
                observations.stream().map(it -> new Measured(it.period(), it.value())).toList();
        var chart =
                ControlChart.of(
                        series,
                        new ChartOptions(
                                indicator.improvementDirection(),
                                indicator.target(),
                                rebase,
                                null,
                                true,
                                indicator.frequency()));
        var latest = latest(observations);
        return new Reading(
                indicator,
                latest,
                observations,
                chart,
                comparison(indicator, observations, series, latest),
                trend(indicator, series, latest),
                Timeliness.of(indicator, latest, today),
                new ChartInWords(indicator, Figures.of(indicator, observations), chart).describe());
    }

    /// How this indicator's figures are written.
    @JsonIgnore
    public Figures figures() {
        return Figures.of(indicator, observations);
    }

    /// The chart as SVG.
    public String drawing() {
        return ChartDrawing.of(this);
    }

    /// The figures as CSV.
    public String table() {
        return FiguresTable.of(this);
    }

    /// Why a point is flagged, in words.
    public String explain(ControlChart.Point point) {
        return new ChartInWords(indicator, figures(), spc).explain(point);
    }

    /// The same without the judgement; empty for common cause.
    public String reason(ControlChart.Point point) {
        return ChartInWords.reason(point);
    }

    public String period(LocalDate period) {
        return Periods.inWords(indicator.frequency(), period);
    }

    public @Nullable BigDecimal latestValue() {
        return latest == null ? null : latest.value();
    }

    private static @Nullable Observation latest(List<Observation> observations) {
        return observations.reversed().stream()
                .filter(observation -> observation.value() != null)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable PeriodComparison comparison(
            Indicator indicator,
            List<Observation> observations,
            List<Measured> series,
            @Nullable Observation latest) {
        if (latest == null || indicator.frequency() != Frequency.MONTH) {
            return null;
        }
        var asOf = YearMonth.from(latest.period());
        return indicator.comesInParts()
                ? PeriodComparison.ofRatios(
                        observations.stream()
                                .map(
                                        it ->
                                                new PeriodComparison.MeasuredRatio(
                                                        it.period(),
                                                        it.numerator(),
                                                        it.denominator()))
                                .toList(),
                        asOf)
                : PeriodComparison.of(series, asOf);
    }

    private static @Nullable TwelveMonthTrend trend(
            Indicator indicator, List<Measured> series, @Nullable Observation latest) {
        return latest == null || indicator.frequency() != Frequency.MONTH
                ? null
                : TwelveMonthTrend.of(series, YearMonth.from(latest.period()));
    }
}
