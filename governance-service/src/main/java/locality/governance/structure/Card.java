package locality.governance.structure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import locality.governance.body.BodyOutline;
import locality.governance.body.BodyState;

/// What is written of a body in its box.
///
/// @param name in lines
/// @param details in lines, below
record Card(List<String> name, List<String> details, BodyState state) {

    static final int PADDING = 10;
    static final int NAME_LINE = 18;
    static final int DETAIL_LINE = 16;
    private static final int WIDEST_TEXT = 230;

    static Card of(BodyOutline body) {
        var details = new ArrayList<String>();
        inWords(body)
                .forEach(detail -> details.addAll(Lettering.DETAIL.wrapped(detail, WIDEST_TEXT)));
        return new Card(Lettering.NAME.wrapped(body.name(), WIDEST_TEXT), details, body.state());
    }

    /// What there is to say of a body besides its name, each a phrase.
    static List<String> inWords(BodyOutline body) {
        var words = new ArrayList<String>();
        words.add(
                "%s, %s"
                        .formatted(
                                capitalised(body.state().name()),
                                spelled(body.spatialLevel().name())));
        if (body.chair() != null) {
            words.add("Chair: " + body.chair());
        }
        if (body.seats() > 0) {
            words.add(seats(body));
        }
        if (!body.predecessors().isEmpty()) {
            words.add("Took over from " + String.join(", ", body.predecessors()));
        }
        return words;
    }

    int width() {
        double widest =
                Math.max(
                        name.stream().mapToDouble(Lettering.NAME::width).max().orElse(0),
                        details.stream().mapToDouble(Lettering.DETAIL::width).max().orElse(0));
        return (int) Math.ceil(widest) + 2 * PADDING;
    }

    int height() {
        return 2 * PADDING + name.size() * NAME_LINE + details.size() * DETAIL_LINE;
    }

    private static String seats(BodyOutline body) {
        var seats = body.seats() == 1 ? "1 seat" : body.seats() + " seats";
        return body.vacancies() == 0 ? seats : seats + ", " + body.vacancies() + " vacant";
    }

    static String capitalised(String constant) {
        return constant.charAt(0) + constant.substring(1).toLowerCase(Locale.ROOT);
    }

    private static String spelled(String constant) {
        return constant.equals("GREATER_MANCHESTER")
                ? "Greater Manchester"
                : constant.toLowerCase(Locale.ROOT);
    }
}
