package locality.reporting.indicator;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Stream;
import locality.reporting.spc.ControlChart;
import locality.reporting.spc.ControlChart.Point;
import locality.reporting.spc.ControlChart.Segment;
import locality.reporting.spc.PointType;
import org.jspecify.annotations.Nullable;

/// Draws a control chart as SVG, the same for a page and for a file. It uses attributes alone, no
/// style, so that a strict Content-Security-Policy lets it stand inside a page. What a point is can
/// be told by its shape, not only by its colour.
final class ChartDrawing {

    private static final int WIDTH = 960;
    private static final int HEIGHT = 440;
    private static final int LEFT = 72;
    private static final int RIGHT = WIDTH - 128;
    private static final int TOP = 28;
    private static final int BOTTOM = HEIGHT - 96;
    private static final int MOST_DATES = 9;

    private static final String INK = "#1d2b36";
    private static final String QUIET = "#56646f";
    private static final String GRID = "#e3e8ec";
    private static final String COMMON = "#8a969f";
    private static final String IMPROVEMENT = "#1f77d0";
    private static final String CONCERN = "#e8730c";
    private static final String NEUTRAL = "#6b3fa0";
    private static final String TARGET = "#b1162e";

    private final Reading reading;
    private final Figures figures;
    private final ControlChart chart;
    private final TreeSet<LocalDate> missing;
    private final StringBuilder svg = new StringBuilder(16_384);
    private Axis axis = new Axis(0, 1, 0.25);
    private LocalDate first = LocalDate.EPOCH;
    private LocalDate last = LocalDate.EPOCH;

    /// The vertical scale: from the lowest to the highest tick.
    private record Axis(double from, double to, double step) {

        /// About five steps of 1, 2, 2.5 or 5 times a power of ten that hold all these levels.
        static Axis over(double low, double high) {
            var range = high > low ? high - low : Math.max(Math.abs(high), 1) / 2;
            var rough = range / 5;
            var power = Math.pow(10, Math.floor(Math.log10(rough)));
            var step =
                    Stream.of(1.0, 2.0, 2.5, 5.0, 10.0)
                            .map(factor -> factor * power)
                            .filter(candidate -> candidate >= rough)
                            .findFirst()
                            .orElse(10 * power);
            return new Axis(
                    Math.floor(low / step) * step,
                    Math.max(Math.ceil(high / step) * step, Math.floor(low / step) * step + step),
                    step);
        }

        List<Double> ticks() {
            var ticks = new ArrayList<Double>();
            for (long i = 0; from + i * step <= to + step / 2; i++) {
                ticks.add(from + i * step);
            }
            return ticks;
        }
    }

    private ChartDrawing(Reading reading) {
        this.reading = reading;
        this.figures = reading.figures();
        this.chart = reading.spc();
        this.missing = new TreeSet<>(chart.missing());
    }

    static String of(Reading reading) {
        return new ChartDrawing(reading).draw();
    }

    private String draw() {
        var id = "chart-" + reading.indicator().id();
        add(
                """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" role="img" \
                aria-labelledby="%s-title %s-words" font-size="14" \
                font-family="system-ui, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif">
                """,
                WIDTH, HEIGHT, id, id);
        add("<title id=\"%s-title\">%s</title>", id, escape(reading.indicator().name()));
        add("<desc id=\"%s-words\">%s</desc>", id, escape(reading.description()));
        add("<rect width=\"%d\" height=\"%d\" fill=\"#ffffff\"/>", WIDTH, HEIGHT);
        if (chart.points().isEmpty()) {
            text(WIDTH / 2.0, HEIGHT / 2.0, "middle", QUIET, "There are no figures yet");
        } else {
            drawSeries();
        }
        return svg.append("</svg>").toString();
    }

    private void drawSeries() {
        first = chart.points().getFirst().period();
        last = chart.points().getLast().period();
        axis = scale();
        drawAxis();
        drawDates();
        chart.segments().forEach(this::drawSegment);
        drawTarget();
        drawLine();
        chart.points().forEach(this::drawPoint);
        drawLegend();
    }

    private Axis scale() {
        var levels = new ArrayList<Double>();
        chart.points().forEach(point -> levels.add(point.value().doubleValue()));
        for (var segment : chart.segments()) {
            if (segment.lowerLimit() != null && segment.upperLimit() != null) {
                levels.add(figures.shown(segment.lowerLimit()));
                levels.add(figures.shown(segment.upperLimit()));
            }
        }
        if (reading.indicator().target() != null) {
            levels.add(reading.indicator().target().doubleValue());
        }
        var low = levels.stream().mapToDouble(Double::doubleValue).min().orElse(0);
        var high = levels.stream().mapToDouble(Double::doubleValue).max().orElse(1);
        return Axis.over(low, high);
    }

    private void drawAxis() {
        for (var tick : axis.ticks()) {
            line(LEFT, y(tick), RIGHT, y(tick), GRID, 1, null);
            text(LEFT - 10, y(tick) + 5, "end", QUIET, figures.write(tick));
        }
        if (!figures.unit().equals("%")) {
            text(LEFT - 10, TOP - 12, "end", QUIET, figures.unit());
        }
    }

    private void drawDates() {
        var points = chart.points();
        var every = Math.max(1, (int) Math.ceil(points.size() / (double) MOST_DATES));
        for (int i = 0; i < points.size(); i += every) {
            var period = points.get(i).period();
            line(x(period), BOTTOM, x(period), BOTTOM + 6, QUIET, 1, null);
            text(
                    x(period),
                    BOTTOM + 24,
                    "middle",
                    QUIET,
                    Periods.inShort(reading.indicator().frequency(), period));
        }
    }

    private void drawSegment(Segment segment) {
        var from = x(segment.from());
        var to = x(segment.to());
        var isLast = segment.equals(chart.segments().getLast());
        line(from, y(segment.mean()), to, y(segment.mean()), INK, 1.5, null);
        if (isLast) {
            label(segment.mean(), "Mean", INK);
        }
        if (segment.lowerLimit() != null && segment.upperLimit() != null) {
            for (var limit : List.of(segment.lowerLimit(), segment.upperLimit())) {
                var level = figures.shown(limit);
                line(from, y(level), to, y(level), QUIET, 1.5, "6 5");
                if (isLast) {
                    label(level, segment.trial() ? "Trial limit" : "Limit", QUIET);
                }
            }
        }
        if (!segment.from().equals(first)) {
            line(from, TOP, from, BOTTOM, QUIET, 1, "2 4");
            text(from + 6, TOP + 4, "start", QUIET, "New limits");
        }
    }

    private void drawTarget() {
        var target = reading.indicator().target();
        if (target != null) {
            var level = target.doubleValue();
            line(LEFT, y(level), RIGHT, y(level), TARGET, 1.5, "12 4 2 4");
            text(LEFT + 6, y(level) - 6, "start", TARGET, "Target " + figures.write(target));
        }
    }

    /// The line stops at a gap: nothing is drawn where nothing was measured.
    private void drawLine() {
        var path = new StringBuilder();
        Point before = null;
        for (var point : chart.points()) {
            var joined = before != null && !isGapBetween(before, point);
            path.append(
                    String.format(
                            Locale.ROOT,
                            "%s%.1f %.1f",
                            joined ? "L" : "M",
                            x(point.period()),
                            y(point.value().doubleValue())));
            before = point;
        }
        add("<path d=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"/>", path, COMMON);
    }

    private boolean isGapBetween(Point before, Point after) {
        var next = missing.higher(before.period());
        return next != null && next.isBefore(after.period());
    }

    private void drawPoint(Point point) {
        add("<g>");
        shape(point.pointType(), x(point.period()), y(point.value().doubleValue()));
        add(
                "<title>%s: %s. %s</title></g>",
                escape(reading.period(point.period())),
                escape(figures.write(point.value())),
                escape(reading.explain(point)));
    }

    private void shape(PointType type, double x, double y) {
        switch (type) {
            case COMMON_CAUSE ->
                    add(
                            "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"4.5\" fill=\"%s\" stroke=\"%s\"/>",
                            x, y, COMMON, INK);
            case SPECIAL_CAUSE_IMPROVEMENT ->
                    polygon(IMPROVEMENT, x, y - 7, x + 7, y, x, y + 7, x - 7, y);
            case SPECIAL_CAUSE_CONCERN ->
                    polygon(CONCERN, x - 6, y - 6, x + 6, y - 6, x + 6, y + 6, x - 6, y + 6);
            case SPECIAL_CAUSE_NEUTRAL_HIGH ->
                    polygon(NEUTRAL, x, y - 7, x + 7, y + 6, x - 7, y + 6);
            case SPECIAL_CAUSE_NEUTRAL_LOW ->
                    polygon(NEUTRAL, x, y + 7, x + 7, y - 6, x - 7, y - 6);
        }
    }

    private void drawLegend() {
        double x = LEFT;
        var y = HEIGHT - 36;
        for (var type :
                chart.points().stream().map(Point::pointType).distinct().sorted().toList()) {
            shape(type, x + 6, y);
            var words = legend(type);
            text(x + 20, y + 5, "start", INK, words);
            x += 48 + 8.4 * words.length();
        }
        text(
                LEFT,
                HEIGHT - 8,
                "start",
                QUIET,
                "XmR chart. Limits from moving ranges, outliers screened. Source: "
                        + reading.indicator().source());
    }

    private static String legend(PointType type) {
        return switch (type) {
            case COMMON_CAUSE -> "Common cause";
            case SPECIAL_CAUSE_IMPROVEMENT -> "Special cause: improvement";
            case SPECIAL_CAUSE_CONCERN -> "Special cause: concern";
            case SPECIAL_CAUSE_NEUTRAL_HIGH -> "Special cause: higher";
            case SPECIAL_CAUSE_NEUTRAL_LOW -> "Special cause: lower";
        };
    }

    private void label(double level, String what, String colour) {
        text(RIGHT + 10, y(level) + 5, "start", colour, what + " " + figures.write(level));
    }

    private double x(LocalDate period) {
        var days = last.toEpochDay() - first.toEpochDay();
        return days == 0
                ? (LEFT + RIGHT) / 2.0
                : LEFT
                        + 12
                        + (RIGHT - LEFT - 24.0) * (period.toEpochDay() - first.toEpochDay()) / days;
    }

    private double y(double level) {
        return BOTTOM - (BOTTOM - TOP) * (level - axis.from()) / (axis.to() - axis.from());
    }

    private void polygon(String fill, double... corners) {
        var points = new StringBuilder();
        for (int i = 0; i < corners.length; i += 2) {
            points.append(String.format(Locale.ROOT, "%.1f,%.1f ", corners[i], corners[i + 1]));
        }
        add(
                "<polygon points=\"%s\" fill=\"%s\" stroke=\"%s\"/>",
                points.toString().strip(), fill, INK);
    }

    private void line(
            double x1,
            double y1,
            double x2,
            double y2,
            String colour,
            double width,
            @Nullable String dashes) {
        add(
                "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\""
                        + " stroke-width=\"%.1f\"%s/>",
                x1,
                y1,
                x2,
                y2,
                colour,
                width,
                dashes == null ? "" : " stroke-dasharray=\"" + dashes + "\"");
    }

    private void text(double x, double y, String anchor, String colour, String words) {
        add(
                "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" fill=\"%s\">%s</text>",
                x, y, anchor, colour, escape(words));
    }

    private void add(String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values)).append('\n');
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
