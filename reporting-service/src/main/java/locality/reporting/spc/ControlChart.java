package locality.reporting.spc;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// An XmR chart as NHS *Making Data Count* reads it: limits by segment, the special cause of every
/// point, and the two icons.
///
/// @param points those with a value, by period
/// @param missing periods without a value, whose neighbours are taken as adjacent
/// @param variation what the latest point says; null when there is none, or its segment has one
///   point
/// @param assurance whether the target will be met; null without target, direction or limits
@Schema(name = "ControlChart")
public record ControlChart(
        List<Segment> segments,
        List<Point> points,
        List<LocalDate> missing,
        @Nullable Variation variation,
        @Nullable Assurance assurance) {

    private static final int MOST_DIGITS_BEFORE_THE_POINT = 24;
    private static final int MOST_DIGITS_AFTER_THE_POINT = 30;
    private static final LocalDate EARLIEST = LocalDate.of(1800, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2199, 12, 31);
    private static final int FEWEST_FOR_SETTLED_LIMITS = 13;

    /// The points between two changes of limits.
    ///
    /// @param lowerLimit null when there are no limits; `reason` says why
    /// @param trial whether the limits rest on fewer than 13 points
    /// @param reason `one point` or `rare events`
    @Schema(name = "ControlChartSegment")
    public record Segment(
            LocalDate from,
            LocalDate to,
            int n,
            double mean,
            @Nullable Double lowerLimit,
            @Nullable Double upperLimit,
            boolean trial,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String reason) {}

    /// One figure and what is to be thought of it.
    ///
    /// @param segment its place in `segments`, from 0
    @Schema(name = "ControlChartPoint")
    public record Point(
            LocalDate period,
            BigDecimal value,
            int segment,
            SpecialCause specialCause,
            PointType pointType) {}

    /// Draws the chart. The order of the series does not matter.
    ///
    /// @throws SpcRefusal for two points of one period, a rebase date without a point, a period or
    ///   a figure no measurement has
    public static ControlChart of(List<Measured> series, ChartOptions options) {
        requireMeasurements(series, options);
        var sorted = series.stream().sorted(Comparator.comparing(Measured::period)).toList();
        requireDistinct(sorted);
        var present = sorted.stream().filter(point -> point.value() != null).toList();
        requirePoints(options.rebase(), present);

        var segments = new ArrayList<Segment>();
        var points = new ArrayList<Point>();
        Limits last = null;
        for (var group : split(present, options.rebase())) {
            var values = values(group);
            last = Limits.of(baseline(values, options), options.screenOutliers());
            var causes = SpecialCauses.of(values, last);
            for (int i = 0; i < group.size(); i++) {
                points.add(
                        new Point(
                                group.get(i).period(),
                                values.get(i),
                                segments.size(),
                                causes.get(i),
                                PointType.of(causes.get(i), options.improvementDirection())));
            }
            segments.add(segment(group, last));
        }
        return new ControlChart(
                List.copyOf(segments),
                List.copyOf(points),
                missing(sorted, options.frequency()),
                variation(points, last, options),
                last == null ? null : assurance(last, options));
    }

    private static Segment segment(List<Measured> group, Limits limits) {
        return new Segment(
                group.getFirst().period(),
                group.getLast().period(),
                group.size(),
                limits.mean(),
                limits.lower(),
                limits.upper(),
                group.size() < FEWEST_FOR_SETTLED_LIMITS,
                limits.reason());
    }

    private static @Nullable Variation variation(
            List<Point> points, @Nullable Limits last, ChartOptions options) {
        return last == null || Limits.ONE_POINT.equals(last.reason())
                ? null
                : Variation.of(points.getLast().specialCause(), options.improvementDirection());
    }

    private static @Nullable Assurance assurance(Limits last, ChartOptions options) {
        int better = options.improvementDirection().sign();
        if (options.target() == null || better == 0 || !last.exist()) {
            return null;
        }
        int againstLimits = last.compareToLimit(options.target());
        if (againstLimits == 0 && last.showNoVariation()) {
            return Assurance.PASS;
        }
        if (againstLimits <= 0) {
            return Assurance.INCONSISTENT;
        }
        return last.side(options.target()) == better ? Assurance.FAIL : Assurance.PASS;
    }

    private static List<List<Measured>> split(List<Measured> present, List<LocalDate> rebase) {
        var starts = new HashSet<>(rebase);
        var groups = new ArrayList<List<Measured>>();
        for (var point : present) {
            if (groups.isEmpty() || starts.contains(point.period())) {
                groups.add(new ArrayList<>());
            }
            groups.getLast().add(point);
        }
        return groups;
    }

    private static List<BigDecimal> baseline(List<BigDecimal> values, ChartOptions options) {
        var fixed = options.fixAfterNPoints();
        return fixed == null || fixed >= values.size() ? values : values.subList(0, fixed);
    }

    private static List<BigDecimal> values(List<Measured> group) {
        var values = new ArrayList<BigDecimal>(group.size());
        for (var point : group) {
            if (point.value() != null) {
                values.add(point.value());
            }
        }
        return values;
    }

    /// Periods given without a value, and periods the frequency expects between first and last that
    /// were not given at all.
    private static List<LocalDate> missing(List<Measured> sorted, @Nullable Frequency stated) {
        if (sorted.isEmpty()) {
            return List.of();
        }
        var given = sorted.stream().map(Measured::period).toList();
        var first = given.getFirst();
        var missing = new ArrayList<LocalDate>();
        var frequency = stated != null ? stated : Frequency.ofPeriods(given).orElse(Frequency.DAY);
        long step = 0;
        for (var point : sorted) {
            for (; frequency.isBefore(frequency.step(first, step), point.period()); step++) {
                missing.add(frequency.step(first, step));
            }
            if (frequency.isSame(frequency.step(first, step), point.period())) {
                step++;
            }
            if (point.value() == null) {
                missing.add(point.period());
            }
        }
        return List.copyOf(missing);
    }

    private static void requireDistinct(List<Measured> sorted) {
        for (int i = 1; i < sorted.size(); i++) {
            if (sorted.get(i).period().equals(sorted.get(i - 1).period())) {
                throw new SpcRefusal.DuplicatePeriod(sorted.get(i).period());
            }
        }
    }

    private static void requirePoints(List<LocalDate> rebase, List<Measured> present) {
        var periods = present.stream().map(Measured::period).collect(Collectors.toSet());
        rebase.stream()
                .filter(date -> !periods.contains(date))
                .findFirst()
                .ifPresent(
                        date -> {
                            throw new SpcRefusal.RebaseWithoutPoint(date);
                        });
    }

    private static void requireMeasurements(List<Measured> series, ChartOptions options) {
        for (var point : series) {
            if (point.period().isBefore(EARLIEST) || point.period().isAfter(LATEST)) {
                throw new SpcRefusal.PeriodOutOfRange(point.period(), EARLIEST, LATEST);
            }
            requireMeasurement("The value of " + point.period(), point.value());
        }
        requireMeasurement("The target", options.target());
    }

    private static void requireMeasurement(String what, @Nullable BigDecimal value) {
        if (value != null
                && (value.scale() > MOST_DIGITS_AFTER_THE_POINT
                        || value.precision() - (long) value.scale()
                                > MOST_DIGITS_BEFORE_THE_POINT)) {
            throw new SpcRefusal.BeyondMeasure(what, value);
        }
    }
}
