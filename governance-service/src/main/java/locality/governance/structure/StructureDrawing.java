package locality.governance.structure;

import static locality.governance.structure.Card.DETAIL_LINE;
import static locality.governance.structure.Card.NAME_LINE;
import static locality.governance.structure.Card.PADDING;

import java.util.List;
import java.util.stream.Collectors;
import locality.governance.body.BodyState;
import locality.governance.body.RelationKind;
import locality.governance.structure.Layout.Box;

/// The structure as SVG: text that can be selected and found, no script, no font or picture from
/// elsewhere, and the same in words for whoever cannot see it.
final class StructureDrawing {

    private static final int MARGIN = 24;
    private static final int HEADING = 48;
    private static final int LEGEND = 56;
    private static final int LANE = 12;
    private static final int NARROWEST = 760;

    private final StringBuilder svg = new StringBuilder();
    private final Structure structure;
    private final Hanging hanging;
    private final Layout layout;
    private final String title;

    private StructureDrawing(String of, Structure structure) {
        this.structure = structure;
        this.title = StructureInWords.title(of, structure);
        this.hanging = Hanging.of(structure);
        this.layout = new Layout(hanging.roots(), MARGIN, MARGIN + HEADING);
    }

    /// @param of whose structure it is: a place, or a body
    static String of(String of, Structure structure) {
        return new StructureDrawing(of, structure).draw();
    }

    private String draw() {
        int bulge = hanging.across().isEmpty() ? 0 : Layout.GUTTER + lanes();
        int width =
                Math.max(
                        Math.max(NARROWEST, layout.right() + bulge + MARGIN),
                        (int) Math.ceil(Lettering.NAME.width(title) * 1.3) + 2 * MARGIN);
        int height = layout.bottom() + lanes() + LEGEND;
        add(
                """
                <svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="title description" \
                width="%1$d" height="%2$d" viewBox="0 0 %1$d %2$d" \
                font-family="Arial, Helvetica, 'Liberation Sans', 'DejaVu Sans', sans-serif">
                <title id="title">%3$s</title>
                <desc id="description">%4$s</desc>
                <defs>
                <marker id="arrow" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="8" \
                markerHeight="8" orient="auto-start-reverse"><path d="M0 0 10 5 0 10z" \
                fill="#4c2c92"/></marker>
                </defs>
                <rect width="%1$d" height="%2$d" fill="#ffffff"/>
                <text x="%5$d" y="%6$d" font-size="20" font-weight="bold" fill="#0b0c0c">%3$s</text>
                """
                        .formatted(
                                width,
                                height,
                                escaped(title),
                                escaped(StructureInWords.describe(structure)),
                                MARGIN,
                                MARGIN + 18));
        hanging.roots().forEach(this::lines);
        for (int lane = 0; lane < hanging.across().size(); lane++) {
            across(hanging.across().get(lane), lane);
        }
        hanging.roots().stream().flatMap(Branch::all).forEach(this::card);
        hanging.roots().forEach(this::words);
        legend(layout.bottom() + lanes() + 36);
        return svg.append("</svg>\n").toString();
    }

    private void lines(Branch branch) {
        var from = layout.box(branch.body);
        for (var line : branch.lines) {
            var to = layout.box(line.to().body);
            add(
                    "<path d=\"M%d %dH%dV%dH%d\" fill=\"none\" %s/>\n"
                            .formatted(
                                    from.right(),
                                    from.middle(),
                                    from.right() + trunk(line.kind()),
                                    to.middle(),
                                    to.x(),
                                    stroke(line.kind())));
            lines(line.to());
        }
    }

    /// What a line means that is not one of accountability, beside its end.
    private void words(Branch branch) {
        for (var line : branch.lines) {
            var to = layout.box(line.to().body);
            if (line.kind() != RelationKind.ACCOUNTABLE_TO) {
                label(to.x() - 4, to.middle() - 6, "end", shortly(line.kind()));
            }
            words(line.to());
        }
    }

    /// Between bodies of one column, or of neighbouring ones, it stays in the gap beside them; else
    /// it runs in a lane of its own below all boxes. It never lies on a box.
    private void across(Hanging.Across link, int lane) {
        var from = layout.box(link.from());
        var to = layout.box(link.to());
        boolean leftwards = to.column() < from.column();
        int starts = leftwards ? from.x() : from.right();
        int startY = from.middle() + from.height() / 4;
        int ends = to.column() <= from.column() ? to.right() : to.x();
        int endY = to.middle() + to.height() / 4;
        int aside = 32 + lane * 5;
        int leaves = leftwards ? starts - aside : starts + aside;
        if (Math.abs(to.column() - from.column()) <= 1) {
            lineAcross("M%d %dH%dV%dH%d".formatted(starts, startY, leaves, endY, ends), link);
        } else {
            int arrives = leftwards ? ends + aside + 8 : ends - aside - 8;
            int below = layout.bottom() + (lane + 1) * LANE;
            lineAcross(
                    "M%d %dH%dV%dH%dV%dH%d"
                            .formatted(starts, startY, leaves, below, arrives, endY, ends),
                    link);
        }
        boolean fromTheRight = to.column() <= from.column();
        label(
                fromTheRight ? ends + 14 : ends - 14,
                endY - 6,
                fromTheRight ? "start" : "end",
                shortly(link.kind()));
    }

    private void lineAcross(String path, Hanging.Across link) {
        add(
                "<path d=\"%s\" fill=\"none\" marker-end=\"url(#arrow)\" %s/>\n"
                        .formatted(path, stroke(link.kind())));
    }

    private void card(Branch branch) {
        var box = layout.box(branch.body);
        var card = branch.card;
        add("<g>\n");
        rectangle(box, card.state());
        int y = box.y() + PADDING;
        for (var line : card.name()) {
            y += NAME_LINE;
            text(box.x() + PADDING, y - 4, Lettering.NAME, line);
        }
        for (var line : card.details()) {
            y += DETAIL_LINE;
            text(box.x() + PADDING, y - 3, Lettering.DETAIL, line);
        }
        add("</g>\n");
    }

    private void rectangle(Box box, BodyState state) {
        add(
                "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"4\" %s/>\n"
                        .formatted(box.x(), box.y(), box.width(), box.height(), border(state)));
    }

    private void text(int x, int y, Lettering lettering, String line) {
        add(
                "<text x=\"%d\" y=\"%d\" font-size=\"%d\" %s>%s</text>\n"
                        .formatted(
                                x,
                                y,
                                lettering.size,
                                lettering == Lettering.NAME
                                        ? "font-weight=\"bold\" fill=\"#0b0c0c\""
                                        : "fill=\"#383f43\"",
                                escaped(line)));
    }

    private void label(int x, int y, String anchor, String words) {
        add(
                """
                <text x="%d" y="%d" font-size="11" text-anchor="%s" fill="#4c2c92" \
                stroke="#ffffff" stroke-width="3" paint-order="stroke">%s</text>
                """
                        .formatted(x, y, anchor, words));
    }

    private void legend(int y) {
        int x = MARGIN;
        for (var state : List.of(BodyState.ESTABLISHED, BodyState.SHADOW, BodyState.PROPOSED)) {
            add(
                    "<rect x=\"%d\" y=\"%d\" width=\"28\" height=\"16\" rx=\"3\" %s/>\n"
                            .formatted(x, y - 12, border(state)));
            x = legendWords(x + 36, y, Card.capitalised(state.name()));
        }
        for (var kind : List.of(RelationKind.ACCOUNTABLE_TO, RelationKind.ADVISES)) {
            add("<path d=\"M%d %dh36\" fill=\"none\" %s/>\n".formatted(x, y - 4, stroke(kind)));
            x =
                    legendWords(
                            x + 44,
                            y,
                            kind == RelationKind.ACCOUNTABLE_TO
                                    ? "Accountable to the one on its left"
                                    : "Advises, or is a sounding board");
        }
    }

    private int legendWords(int x, int y, String words) {
        text(x, y, Lettering.DETAIL, words);
        return x + (int) Math.ceil(Lettering.DETAIL.width(words)) + 20;
    }

    private int lanes() {
        return hanging.across().size() * LANE;
    }

    /// How far behind a box the lines to what hangs from it part.
    private static int trunk(RelationKind kind) {
        return kind == RelationKind.ACCOUNTABLE_TO ? 24 : 14;
    }

    private static String border(BodyState state) {
        return switch (state) {
            case ESTABLISHED -> "fill=\"#ffffff\" stroke=\"#1d70b8\" stroke-width=\"2\"";
            case SHADOW ->
                    "fill=\"#f3f2f1\" stroke=\"#505a5f\" stroke-width=\"2\" stroke-dasharray=\"8"
                            + " 5\"";
            case PROPOSED, DISSOLVED -> "fill=\"#f3f2f1\" stroke=\"#b1b4b6\" stroke-width=\"1\"";
        };
    }

    private static String stroke(RelationKind kind) {
        return switch (kind) {
            case ACCOUNTABLE_TO -> "stroke=\"#0b0c0c\" stroke-width=\"1.5\"";
            case ADVISES, SOUNDING_BOARD ->
                    "stroke=\"#4c2c92\" stroke-width=\"2\" stroke-linecap=\"round\""
                            + " stroke-dasharray=\"1 6\"";
        };
    }

    private static String shortly(RelationKind kind) {
        return switch (kind) {
            case ACCOUNTABLE_TO -> "accountable";
            case ADVISES -> "advises";
            case SOUNDING_BOARD -> "sounding board";
        };
    }

    private void add(String part) {
        svg.append(part);
    }

    /// As XML takes it: markup is spelled out, and what no XML may contain is left out.
    private static String escaped(String text) {
        return text.codePoints()
                .filter(StructureDrawing::isXml)
                .mapToObj(
                        letter ->
                                switch (letter) {
                                    case '&' -> "&amp;";
                                    case '<' -> "&lt;";
                                    case '>' -> "&gt;";
                                    case '"' -> "&quot;";
                                    default -> Character.toString(letter);
                                })
                .collect(Collectors.joining());
    }

    private static boolean isXml(int letter) {
        return letter == '\t'
                || letter >= 0x20 && letter < 0xD800
                || letter >= 0xE000 && letter < 0xFFFE
                || letter >= 0x10000;
    }
}
