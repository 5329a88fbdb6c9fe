package locality.reporting.pool;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import locality.platform.money.Pence;
import locality.reporting.drawing.Svg;
import locality.reporting.pool.FundOnDay.Part;

/// Draws a fund's plan against what became of it: for each area of spend a frame as long as what it
/// has, and in it what was spent, promised and asked for, end to end. What is which can be told by
/// its pattern and the words beside it, not only by its colour.
public final class PoolDrawing {

    private static final int WIDTH = 960;
    private static final int LEFT = 250;
    private static final int RIGHT = WIDTH - 170;
    private static final int TOP = 44;
    private static final int ROW = 38;
    private static final int BAR = 20;
    private static final int LEGEND = 44;
    private static final int LONGEST_NAME = 34;

    private static final String INK = "#1d2b36";
    private static final String QUIET = "#56646f";
    private static final String SPENT = "#10384f";
    private static final String COMMITTED = "#2f7fa8";
    private static final String REQUESTED = "#7a5a00";
    private static final String OVER = "#a3122a";

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

    private final FundOnDay fund;
    private final String id;
    private final List<Part> areas;
    private final Pence longest;
    private final Svg svg;

    private PoolDrawing(FundOnDay fund, LocalDate on, String id) {
        this.fund = fund;
        this.id = id;
        areas = fund.byArea();
        longest = longest(areas);
        svg =
                new Svg(
                        id,
                        WIDTH,
                        TOP + areas.size() * ROW + LEGEND,
                        title(on),
                        PoolInWords.of(fund, on));
        svg.text(0, 18, INK, "font-size=\"16\" font-weight=\"bold\"", title(on));
    }

    /// @param on the day it is drawn for
    /// @param id begins the ids within the drawing, so that several can stand in one page
    /// @return nothing when there is no money to draw
    public static String of(FundOnDay fund, LocalDate on, String id) {
        return longest(fund.byArea()).isPositive() ? new PoolDrawing(fund, on, id).draw() : "";
    }

    private static Pence longest(List<Part> areas) {
        return areas.stream()
                .map(Part::amounts)
                .map(it -> used(it).exceeds(it.currentPence()) ? used(it) : it.currentPence())
                .max(Pence::compareTo)
                .orElse(Pence.ZERO);
    }

    private static Pence used(Amounts amounts) {
        return amounts.spentPence().plus(amounts.committedPence()).plus(amounts.requestedPence());
    }

    private String title(LocalDate on) {
        return "%s: plan against actual on %s".formatted(fund.title(), DAY.format(on));
    }

    private String draw() {
        patterns();
        for (int row = 0; row < areas.size(); row++) {
            area(areas.get(row), TOP + row * ROW);
        }
        legend(TOP + areas.size() * ROW + 16);
        return svg.drawn();
    }

    private void patterns() {
        svg.add(
                """
                <defs><pattern id="%1$s-committed" width="6" height="6" \
                patternUnits="userSpaceOnUse"><rect width="6" height="6" fill="#ffffff"/>\
                <path d="M0 6L6 0" stroke="%2$s" stroke-width="2.4"/></pattern>\
                <pattern id="%1$s-requested" width="6" height="6" patternUnits="userSpaceOnUse">\
                <rect width="6" height="6" fill="#ffffff"/>\
                <circle cx="3" cy="3" r="1.6" fill="%3$s"/></pattern></defs>\
                """
                        .formatted(id, COMMITTED, REQUESTED));
    }

    private void area(Part area, int y) {
        var amounts = area.amounts();
        svg.add("<g><title>" + Svg.escaped(area.name()) + "</title>");
        svg.text(0, y + 15, INK, "", shortened(area.name()));
        var spent = length(amounts.spentPence());
        var committed = length(amounts.committedPence());
        spent(LEFT, y, spent);
        committed(LEFT + spent, y, committed);
        requested(LEFT + spent + committed, y, length(amounts.requestedPence()));
        frame(LEFT, y, length(amounts.currentPence()));
        var over = amounts.availablePence().isNegative();
        svg.text(
                RIGHT + 10,
                y + 15,
                over ? OVER : QUIET,
                "font-size=\"12\"",
                over
                        ? Names.pounds(amounts.availablePence().negated()) + " over"
                        : Names.pounds(amounts.availablePence()) + " left");
        svg.add("</g>");
    }

    /// How long an amount is drawn; what is less than nothing is not drawn.
    private int length(Pence amount) {
        return amount.isPositive()
                ? BigDecimal.valueOf(amount.value())
                        .multiply(BigDecimal.valueOf(RIGHT - LEFT))
                        .divide(BigDecimal.valueOf(longest.value()), 0, RoundingMode.HALF_UP)
                        .intValueExact()
                : 0;
    }

    private void spent(int x, int y, int width) {
        svg.rectangle(x, y, width, BAR, "fill=\"%s\"".formatted(SPENT));
    }

    private void committed(int x, int y, int width) {
        svg.rectangle(
                x,
                y,
                width,
                BAR,
                "fill=\"url(#%s-committed)\" stroke=\"%s\"".formatted(id, COMMITTED));
    }

    private void requested(int x, int y, int width) {
        svg.rectangle(
                x,
                y,
                width,
                BAR,
                "fill=\"url(#%s-requested)\" stroke=\"%s\"".formatted(id, REQUESTED));
    }

    private void frame(int x, int y, int width) {
        svg.rectangle(
                x,
                y - 3,
                width,
                BAR + 6,
                "fill=\"none\" stroke=\"%s\" stroke-width=\"2\"".formatted(INK));
    }

    private void legend(int y) {
        frame(3, y, 26);
        svg.text(38, y + 15, QUIET, "", "what it has");
        spent(143, y, 26);
        svg.text(176, y + 15, QUIET, "", "spent");
        committed(243, y, 26);
        svg.text(276, y + 15, QUIET, "", "promised and not spent");
        requested(453, y, 26);
        svg.text(486, y + 15, QUIET, "", "set aside for what waits for approval");
    }

    private static String shortened(String words) {
        return words.length() <= LONGEST_NAME
                ? words
                : words.substring(0, LONGEST_NAME - 1).stripTrailing() + "…";
    }
}
