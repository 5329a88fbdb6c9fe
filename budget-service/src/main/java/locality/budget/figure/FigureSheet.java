package locality.budget.figure;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import locality.budget.Reference;
import locality.platform.fact.Provenance;
import locality.platform.http.Csv;
import locality.platform.money.Pence;
import org.jspecify.annotations.Nullable;

/// Figures as a spreadsheet: one row a figure. What follows from the words may stand there too, and
/// must then agree with them.
final class FigureSheet {

    static final List<String> REQUIRED = List.of("reference", "label", "stated");
    static final List<String> OPTIONAL =
            List.of(
                    "version",
                    "unit",
                    "amountPence",
                    "withinPence",
                    "approximate",
                    "fund",
                    "line",
                    "provenanceKind",
                    "provenanceDocument",
                    "provenanceSection",
                    "provenanceFormula",
                    "reason");

    private static final List<String> COLUMNS =
            Stream.of(REQUIRED, OPTIONAL).flatMap(List::stream).toList();
    private static final int LONGEST = 500;

    private FigureSheet() {}

    /// One row.
    ///
    /// @param version the version it was exported with, null for a figure that is new
    record Row(
            Csv.Row at,
            String reference,
            @Nullable Long version,
            Statement.Said said,
            @Nullable String fund,
            @Nullable String line,
            @Nullable String reason) {}

    /// @param entered where a figure comes from of which the row does not say it
    /// @throws locality.platform.refusal.Malformed naming every cell at fault
    static List<Row> read(Csv csv, Provenance entered) {
        var seen = new HashMap<String, Integer>();
        return csv.map(
                row -> {
                    var read = row(row, entered);
                    var before = seen.putIfAbsent(read.reference, row.line());
                    if (before != null) {
                        row.fault("reference", "stands in line %d too".formatted(before));
                    }
                    return read;
                });
    }

    private static Row row(Csv.Row row, Provenance entered) {
        var said =
                new Statement.Said(
                        atMost(row, "label"),
                        atMost(row, "stated"),
                        row.optional("unit", FigureUnit.class),
                        row.bool("approximate", false),
                        provenance(row, entered));
        checkWords(row, said);
        return new Row(
                row,
                row.parsed("reference", FigureSheet::reference),
                row.optional("version", Long::valueOf),
                said,
                row.optional("fund"),
                row.optional("line"),
                row.optional("reason"));
    }

    /// What the words say, and what the row says that they say.
    private static void checkWords(Csv.Row row, Statement.Said said) {
        try {
            var words = StatedWords.read(said.stated(), said.unit());
            checkPence(row, "amountPence", words.amount());
            checkPence(row, "withinPence", words.within());
        } catch (FigureRefusal refused) {
            row.fault("stated", refused.detail());
        }
    }

    private static void checkPence(Csv.Row row, String column, Pence says) {
        var given = row.optional(column, text -> Pence.of(Long.parseLong(text)));
        if (given != null && !given.equals(says)) {
            row.fault(column, "says %s, the words say %s".formatted(given, says));
        }
    }

    private static String reference(String text) {
        if (!text.matches(Reference.PATTERN)) {
            throw new IllegalArgumentException(
                    "has letters, digits, dots, dashes and underscores, 64 at most");
        }
        return text;
    }

    private static String atMost(Csv.Row row, String column) {
        return row.parsed(
                column,
                text -> {
                    if (text.length() > LONGEST) {
                        throw new IllegalArgumentException("has more than 500 characters");
                    }
                    return text;
                });
    }

    private static Provenance provenance(Csv.Row row, Provenance entered) {
        var said =
                row.optional(
                        "provenanceKind",
                        kind ->
                                new Provenance(
                                        Provenance.Kind.valueOf(kind),
                                        row.optional("provenanceDocument"),
                                        row.optional("provenanceSection"),
                                        row.optional("provenanceFormula")));
        return said == null ? entered : said;
    }

    static String template() {
        return Csv.write(COLUMNS, List.of());
    }

    /// @param names the references of the funds and lines that the figures are about, by id
    static String write(List<StatedFigure> figures, Map<?, Plans.Planned> names) {
        return Csv.write(COLUMNS, figures.stream().map(figure -> cells(figure, names)).toList());
    }

    private static List<Object> cells(StatedFigure figure, Map<?, Plans.Planned> names) {
        var now = figure.current();
        var source = now.provenance();
        return Arrays.asList(
                figure.reference,
                now.label(),
                now.stated(),
                figure.version,
                now.unit(),
                now.amountPence().value(),
                now.withinPence().value(),
                now.approximate(),
                name(figure.fundId, names),
                name(figure.lineId, names),
                source.kind(),
                source.document(),
                source.section(),
                source.formula(),
                null);
    }

    private static @Nullable String name(@Nullable Object id, Map<?, Plans.Planned> names) {
        var named = id == null ? null : names.get(id);
        return named == null ? null : named.reference();
    }
}
