package locality.reporting.partnership;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import locality.reporting.drawing.Svg;
import locality.reporting.partnership.Plans.Milestone;
import locality.reporting.partnership.Plans.Plan;

/// Draws a plan as a Gantt chart in SVG: a line for each milestone, from where the baseline has it
/// to where it can be reached or was, and an arrow from what is waited for. It uses attributes
/// alone, no style, so that a strict Content-Security-Policy lets it stand inside a page. What a
/// mark is can be told by its shape and the words beside it, not only by its colour, and the whole
/// is said in words for whoever cannot see it.
public final class PlanDrawing {

    private static final int WIDTH = 960;
    private static final int LEFT = 360;
    private static final int RIGHT = WIDTH - 130;
    private static final int TOP = 58;
    private static final int LINE = 26;
    private static final int LEGEND = 44;
    private static final int LEGEND_LEFT = 12;
    private static final int GAP = 12;
    private static final int LONGEST_TITLE = 48;
    private static final int MOST_TICKS = 9;
    private static final List<Integer> STEPS = List.of(1, 3, 6, 12, 24, 60, 120);

    private static final String INK = "#1d2b36";
    private static final String QUIET = "#56646f";
    private static final String GRID = "#e3e8ec";
    private static final String EXPECTED = "#2f7fa8";
    private static final String REACHED = "#10384f";
    private static final String WAITS = "#7a5a00";
    private static final String LATE = "#a3122a";

    private static final DateTimeFormatter MONTH =
            DateTimeFormatter.ofPattern("MMM yyyy", Locale.UK);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

    private final Plan plan;
    private final LocalDate on;
    private final List<Milestone> drawn;

    /// Where each is drawn, by its reference.
    private final Map<String, Integer> heights;

    private final YearMonth first;
    private final YearMonth last;
    private final int bottom;
    private final Svg svg;

    private PlanDrawing(Plan plan, LocalDate on, String id) {
        this.plan = plan;
        this.on = on;
        drawn = drawn(plan);
        heights = heights(drawn);
        var days = drawn.stream().flatMap(PlanDrawing::days).toList();
        first = YearMonth.from(Collections.min(days));
        last = YearMonth.from(Collections.max(days));
        bottom = TOP + (int) (drawn.size() + areas()) * LINE;
        svg = new Svg(id, WIDTH, bottom + LEGEND, title(), PlanInWords.of(plan, on));
    }

    private long areas() {
        return drawn.stream().map(PlanDrawing::area).distinct().count();
    }

    /// @param on the day it is drawn for, marked when it falls among the milestones
    /// @param id begins the ids within the drawing, so that several can stand in one page
    /// @return nothing when no milestone has a day
    public static String of(Plan plan, LocalDate on, String id) {
        return drawn(plan).isEmpty() ? "" : new PlanDrawing(plan, on, id).draw();
    }

    /// By area in the plan's order, those of none last, and by day within an area.
    private static List<Milestone> drawn(Plan plan) {
        return plan.milestones().stream()
                .filter(milestone -> milestone.reachableOn() != null)
                .filter(milestone -> !milestone.isCancelled())
                .sorted(Comparator.comparing(milestone -> place(plan, milestone)))
                .toList();
    }

    private static int place(Plan plan, Milestone milestone) {
        var area = plan.areas().indexOf(area(milestone));
        return area < 0 ? plan.areas().size() : area;
    }

    private static String area(Milestone milestone) {
        return Objects.requireNonNullElse(milestone.area(), "In no area");
    }

    private static Stream<LocalDate> days(Milestone milestone) {
        return Stream.of(milestone.reachableOn(), milestone.baselineOn()).filter(Objects::nonNull);
    }

    private String draw() {
        text(0, 18, INK, "font-size=\"16\" font-weight=\"bold\"", title());
        grid();
        today();
        waiting();
        lines();
        legend(bottom + 28);
        return svg.drawn();
    }

    private String title() {
        return "%s on %s".formatted(plan.title(), DAY.format(on));
    }

    private void grid() {
        var months = ChronoUnit.MONTHS.between(first, last) + 1;
        var step =
                STEPS.stream()
                        .filter(candidate -> months / candidate <= MOST_TICKS)
                        .findFirst()
                        .orElse(STEPS.getLast());
        for (var month = first; !month.isAfter(last); month = month.plusMonths(step)) {
            var x = x(month.atDay(1));
            add("<path d=\"M%d %dV%d\" stroke=\"%s\"/>\n".formatted(x, TOP - 10, bottom, GRID));
            text(x + 2, TOP - 16, QUIET, "font-size=\"12\"", MONTH.format(month));
        }
    }

    /// A line for each, below a line for its area.
    private static Map<String, Integer> heights(List<Milestone> drawn) {
        var heights = new HashMap<String, Integer>();
        var y = TOP;
        var area = "";
        for (var milestone : drawn) {
            if (!area(milestone).equals(area)) {
                area = area(milestone);
                y += LINE;
            }
            y += LINE;
            heights.put(milestone.reference(), y - 12);
        }
        return heights;
    }

    private int height(Milestone milestone) {
        return Objects.requireNonNull(heights.get(milestone.reference()));
    }

    private void lines() {
        var area = "";
        for (var milestone : drawn) {
            var y = height(milestone);
            if (!area(milestone).equals(area)) {
                area = area(milestone);
                text(0, y - LINE + 4, INK, "font-weight=\"bold\"", shortened(area));
            }
            line(milestone, y);
        }
    }

    /// From each that is waited for to the one that waits, where both are drawn.
    private void waiting() {
        for (var follower : drawn) {
            for (var before : drawn) {
                if (follower.predecessors().stream()
                        .anyMatch(it -> it.reference().equals(before.reference()))) {
                    arrow(before, follower);
                }
            }
        }
    }

    private void arrow(Milestone before, Milestone follower) {
        var from = x(Objects.requireNonNull(before.reachableOn()));
        var to = x(Objects.requireNonNull(follower.reachableOn()));
        var below = height(follower) > height(before);
        var end = height(follower) + (below ? -GAP : GAP);
        add(
                "<path d=\"M%d %dV%dH%dV%d\" fill=\"none\" stroke=\"%s\"/>\n"
                        .formatted(from, height(before), end + (below ? -4 : 4), to, end, WAITS));
        add(
                "<path d=\"M%d %dl-4 %dh8z\" fill=\"%s\"/>\n"
                        .formatted(to, end, below ? -5 : 5, WAITS));
    }

    private void line(Milestone milestone, int y) {
        var day = Objects.requireNonNull(milestone.reachableOn());
        add("<g><title>" + Svg.escaped(milestone.title()) + "</title>\n");
        text(12, y + 4, INK, "", shortened(milestone.title()));
        var baseline = milestone.baselineOn();
        if (baseline != null) {
            add(
                    "<path d=\"M%d %dH%d\" stroke=\"%s\" stroke-width=\"2\" stroke-dasharray=\"3 3\"/>\n"
                            .formatted(x(baseline), y, x(day), QUIET));
            baselineMark(x(baseline), y);
        }
        if (milestone.achievedOn() != null) {
            reachedMark(x(day), y);
        } else {
            expectedMark(x(day), y, milestone.overdue() ? LATE : EXPECTED);
        }
        if (milestone.onCriticalPath()) {
            criticalMark(x(day), y);
        }
        text(
                Math.max(x(day), baseline == null ? 0 : x(baseline)) + 16,
                y + 4,
                milestone.overdue() ? LATE : QUIET,
                "font-size=\"12\" stroke=\"#ffffff\" stroke-width=\"3\" paint-order=\"stroke\"",
                beside(milestone));
        add("</g>\n");
    }

    private static String beside(Milestone milestone) {
        var words = new ArrayList<String>();
        if (milestone.onCriticalPath()) {
            words.add("critical");
        }
        if (milestone.overdue()) {
            words.add("overdue");
        }
        var slippage = milestone.slippageDays();
        if (slippage != null && slippage != 0) {
            words.add("%+d %s".formatted(slippage, Math.abs(slippage) == 1 ? "day" : "days"));
        }
        return String.join(", ", words);
    }

    private void today() {
        if (!on.isBefore(first.atDay(1)) && !on.isAfter(last.atEndOfMonth())) {
            add(
                    "<path d=\"M%d %dV%d\" stroke=\"%s\" stroke-width=\"1.5\"/>\n"
                            .formatted(x(on), TOP - 10, bottom, INK));
        }
    }

    private void legend(int y) {
        expectedMark(LEGEND_LEFT, y - 4, EXPECTED);
        text(LEGEND_LEFT + 14, y, QUIET, "", "expected");
        expectedMark(LEGEND_LEFT + 100, y - 4, EXPECTED);
        criticalMark(LEGEND_LEFT + 100, y - 4);
        text(LEGEND_LEFT + 116, y, QUIET, "", "on the critical path");
        reachedMark(LEGEND_LEFT + 265, y - 4);
        text(LEGEND_LEFT + 277, y, QUIET, "", "reached");
        baselineMark(LEGEND_LEFT + 350, y - 4);
        text(LEGEND_LEFT + 362, y, QUIET, "", "as the baseline has it");
        add(
                "<path d=\"M%d %dh22l-5-4v8l5-4\" fill=\"none\" stroke=\"%s\"/>\n"
                        .formatted(LEGEND_LEFT + 515, y - 4, WAITS));
        text(LEGEND_LEFT + 545, y, QUIET, "", "is waited for by");
        add(
                "<path d=\"M%d %dV%d\" stroke=\"%s\" stroke-width=\"1.5\"/>\n"
                        .formatted(LEGEND_LEFT + 665, y - 14, y + 4, INK));
        text(LEGEND_LEFT + 673, y, QUIET, "", "the day shown");
    }

    /// A second outline: to be told from the others without colour.
    private void criticalMark(int x, int y) {
        add(
                "<path d=\"M%d %dl11 11-11 11-11-11z\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"/>\n"
                        .formatted(x, y - 11, INK));
    }

    private void expectedMark(int x, int y, String colour) {
        add("<path d=\"M%d %dl7 7-7 7-7-7z\" fill=\"%s\"/>\n".formatted(x, y - 7, colour));
    }

    private void reachedMark(int x, int y) {
        add(
                """
                <circle cx="%d" cy="%d" r="7" fill="%s"/>\
                <path d="M%d %dl3 3 4-6" fill="none" stroke="#ffffff" stroke-width="2"/>
                """
                        .formatted(x, y, REACHED, x - 4, y));
    }

    private void baselineMark(int x, int y) {
        add(
                "<rect x=\"%d\" y=\"%d\" width=\"10\" height=\"10\" fill=\"#ffffff\" stroke=\"%s\" stroke-width=\"2\"/>\n"
                        .formatted(x - 5, y - 5, QUIET));
    }

    private int x(LocalDate day) {
        var whole = ChronoUnit.DAYS.between(first.atDay(1), last.atEndOfMonth());
        var part = ChronoUnit.DAYS.between(first.atDay(1), day);
        return (int) (LEFT + part * (RIGHT - LEFT) / whole);
    }

    private void text(int x, int y, String colour, String more, String words) {
        svg.text(x, y, colour, more, words);
    }

    private static String shortened(String words) {
        return words.length() <= LONGEST_TITLE
                ? words
                : words.substring(0, LONGEST_TITLE - 1).stripTrailing() + "…";
    }

    private void add(String part) {
        svg.add(part);
    }
}
