package locality.reporting.indicator;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.time.Instant;
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
/// @param knownAt as it had been told by this instant: the one asked for, or the last up to which
///   everything has been read where that is earlier; null for all that is known
/// @param comparison the last three months against the same a year earlier, or the last month of a
///   running total; monthly series only
/// @param trend the straight line through the last twelve months; monthly series only
/// @param description the chart in words
/// @param figures how its figures are written
@Schema(name = "IndicatorReading")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Reading(
        @JsonUnwrapped Indicator indicator,
        @Nullable Instant knownAt,
        @Nullable Observation latest,
        List<Observation> observations,
        ControlChart spc,
        @Nullable PeriodComparison comparison,
        @Nullable TwelveMonthTrend trend,
        Timeliness timeliness,
        String description,
        @JsonIgnore @Schema(hidden = true) Figures figures)
        implements Readings.Attempt {

    static Reading of(
            Indicator indicator,
            @Nullable Instant knownAt,
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
        var figures = Figures.of(indicator, observations);
        return new Reading(
                indicator,
                knownAt,
                latest,
                observations,
                chart,
                comparison(indicator, observations, series, latest),
                trend(indicator, series, latest),
                Timeliness.of(indicator, latest, today),
                new ChartInWords(indicator, figures, chart).describe(),
                figures);
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
        return new ChartInWords(indicator, figures, spc).explain(point);
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
        if (indicator.comesInParts()) {
            return PeriodComparison.ofRatios(
                    observations.stream().map(Observation::parts).toList(), asOf);
        }
        return indicator.comesAsRunningTotal()
                ? PeriodComparison.ofTotals(series, asOf)
                : PeriodComparison.of(series, asOf);
    }

    private static @Nullable TwelveMonthTrend trend(
            Indicator indicator, List<Measured> series, @Nullable Observation latest) {
        return latest == null || indicator.frequency() != Frequency.MONTH
                ? null
                : TwelveMonthTrend.of(series, YearMonth.from(latest.period()));
    }
}
