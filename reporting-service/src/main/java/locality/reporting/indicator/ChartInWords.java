package locality.reporting.indicator;

import java.util.Locale;
import locality.reporting.spc.ControlChart;
import locality.reporting.spc.ControlChart.Point;
import locality.reporting.spc.ControlChart.Segment;
import locality.reporting.spc.Variation;
import org.jspecify.annotations.Nullable;

/// A control chart said aloud: for a screen reader, for a caption, for a table.
final class ChartInWords {

    private final Indicator indicator;
    private final Figures figures;
    private final ControlChart chart;

    ChartInWords(Indicator indicator, Figures figures, ControlChart chart) {
        this.indicator = indicator;
        this.figures = figures;
        this.chart = chart;
    }

    /// `A&E 4-hour, Tameside, April 2016 to March 2019. Latest 87.9%; mean 88.7%, limits 82.2% to
    /// 95.1%. Common cause variation. Target 95% is within the limits: hit or miss.`
    String describe() {
        if (chart.points().isEmpty()) {
            return "%s, %s. There are no figures yet."
                    .formatted(indicator.name(), indicator.locality().displayName());
        }
        return "%s, %s, %s to %s. Latest %s; %s. %s.%s%s"
                .formatted(
                        indicator.name(),
                        indicator.locality().displayName(),
                        period(chart.points().getFirst()),
                        period(chart.points().getLast()),
                        figures.write(chart.points().getLast().value()),
                        level(chart.segments().getLast()),
                        variation(chart.variation()),
                        target(),
                        gaps());
    }

    /// Why a point is flagged, and what that means.
    String explain(Point point) {
        return switch (point.pointType()) {
            case COMMON_CAUSE -> "Common cause";
            case SPECIAL_CAUSE_IMPROVEMENT -> "Improvement: " + reason(point);
            case SPECIAL_CAUSE_CONCERN -> "Concern: " + reason(point);
            case SPECIAL_CAUSE_NEUTRAL_HIGH, SPECIAL_CAUSE_NEUTRAL_LOW ->
                    "Change: " + reason(point);
        };
    }

    static String reason(Point point) {
        return switch (point.specialCause()) {
            case ABOVE_UPPER_LIMIT -> "above the upper limit";
            case BELOW_LOWER_LIMIT -> "below the lower limit";
            case INCREASING_TREND -> "part of seven points rising";
            case DECREASING_TREND -> "part of seven points falling";
            case TWO_IN_THREE_ABOVE -> "one of two in three close to the upper limit";
            case TWO_IN_THREE_BELOW -> "one of two in three close to the lower limit";
            case SHIFT_ABOVE -> "one of seven or more in a row above the mean";
            case SHIFT_BELOW -> "one of seven or more in a row below the mean";
            case NONE -> "";
        };
    }

    private String period(Point point) {
        return Periods.inWords(indicator.frequency(), point.period());
    }

    private String level(Segment segment) {
        var mean = "mean " + figures.write(segment.mean());
        if (segment.lowerLimit() == null || segment.upperLimit() == null) {
            return "%s, no limits (%s)".formatted(mean, segment.reason());
        }
        return "%s, %slimits %s to %s"
                .formatted(
                        mean,
                        segment.trial() ? "trial " : "",
                        figures.writeLimit(segment.lowerLimit()),
                        figures.writeLimit(segment.upperLimit()));
    }

    private static String variation(@Nullable Variation variation) {
        return switch (variation) {
            case COMMON_CAUSE -> "Common cause variation";
            case IMPROVEMENT_HIGH -> "Special cause variation, an improvement: higher";
            case IMPROVEMENT_LOW -> "Special cause variation, an improvement: lower";
            case CONCERN_HIGH -> "Special cause variation, a concern: higher";
            case CONCERN_LOW -> "Special cause variation, a concern: lower";
            case NEUTRAL_HIGH -> "Special cause variation: higher";
            case NEUTRAL_LOW -> "Special cause variation: lower";
            case null -> "Too few figures to tell variation";
        };
    }

    private String target() {
        if (indicator.target() == null) {
            return " No target is set.";
        }
        var target = " Target " + figures.write(indicator.target());
        return switch (chart.assurance()) {
            case PASS -> target + " is consistently met.";
            case FAIL -> target + " is beyond the limits: consistently missed.";
            case INCONSISTENT -> target + " is within the limits: hit or miss.";
            case null -> target + ".";
        };
    }

    private String gaps() {
        var missing = chart.missing().size();
        return missing == 0
                ? ""
                : String.format(
                        Locale.UK,
                        " %d %s without a figure.",
                        missing,
                        missing == 1 ? "period is" : "periods are");
    }
}
