package locality.reporting.drawing;

import java.util.stream.Collectors;

/// A drawing in SVG that says what it shows in words, for whoever cannot see it. It uses attributes
/// alone, no style, so that a strict Content-Security-Policy lets it stand inside a page.
public final class Svg {

    private final StringBuilder svg = new StringBuilder(8_192);

    /// @param id begins the ids within the drawing, so that several can stand in one page
    public Svg(String id, int width, int height, String title, String description) {
        svg.append(
                """
                <svg xmlns="http://www.w3.org/2000/svg" role="img" \
                aria-labelledby="%1$s-title %1$s-description" viewBox="0 0 %2$d %3$d" \
                width="%2$d" height="%3$d" font-size="13" \
                font-family="system-ui, 'Segoe UI', Roboto, Arial, sans-serif">
                <title id="%1$s-title">%4$s</title>
                <desc id="%1$s-description">%5$s</desc>
                <rect width="%2$d" height="%3$d" fill="#ffffff"/>
                """
                        .formatted(id, width, height, escaped(title), escaped(description)));
    }

    /// @param more further attributes
    public void text(int x, int y, String colour, String more, String words) {
        add(
                "<text x=\"%d\" y=\"%d\" fill=\"%s\" %s>%s</text>"
                        .formatted(x, y, colour, more, escaped(words)));
    }

    /// @param more further attributes
    public void rectangle(int x, int y, int width, int height, String more) {
        add(
                "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" %s/>"
                        .formatted(x, y, width, height, more));
    }

    /// Markup that is ours alone: nothing that was told may be in it unless [#escaped].
    public void add(String markup) {
        svg.append(markup).append('\n');
    }

    public String drawn() {
        return svg + "</svg>\n";
    }

    /// As XML takes it: markup is spelled out, and what no XML may contain is left out.
    public static String escaped(String text) {
        return text.codePoints()
                .filter(letter -> letter >= 0x20 && letter < 0xFFFE || letter >= 0x10000)
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
}
