package locality.governance.recommendation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import locality.governance.recorder.SheetOfRecord;
import locality.governance.recorder.Spelling;
import locality.platform.fact.Provenance;
import locality.platform.http.Csv;
import locality.platform.place.Locality;

/// Recommendations as a spreadsheet: what is exported is edited and sent back. A row with a
/// `version` is the recommendation of that reference, a row without one is new.
final class RecommendationSheet {

    static final String VERB = "[A-Z][A-Z_]{1,29}";
    static final String REFERENCE = "[A-Za-z0-9][A-Za-z0-9/-]{1,99}";
    private static final List<String> REQUIRED = List.of("number", "verb", "text");
    private static final List<String> OF_NEW =
            List.of("reference", "paper", "document", "section", "body", "locality", "madeOn");
    private static final List<String> COLUMNS =
            Stream.concat(OF_NEW.stream(), RecommendationView.COLUMNS.stream()).distinct().toList();
    private static final Set<String> MAY_CHANGE = Set.of("version", "verb", "text");

    private RecommendationSheet() {}

    /// A row: without a version it is of a new one.
    ///
    /// @param made what it tells
    /// @param cells by column, of the columns that the sheet has
    record Row(SheetOfRecord.Key key, RecordRecommendation.Made made, Map<String, String> cells) {

        /// @throws RecommendationRefusal if it says otherwise what a sheet does not change
        void requireOnlyWordsDiffer(Recommendation one) {
            var onRecord = RecommendationView.of(one).asRow();
            var differing =
                    cells.keySet().stream()
                            .filter(column -> !MAY_CHANGE.contains(column))
                            .filter(
                                    column ->
                                            !onRecord.getOrDefault(column, "")
                                                    .equals(cells.get(column)))
                            .toList();
            if (!differing.isEmpty()) {
                throw new RecommendationRefusal.NotInASpreadsheet(one.reference, differing);
            }
        }
    }

    /// @param source of every new row
    /// @throws locality.platform.refusal.Malformed naming every faulty cell by line and column
    static List<Row> read(String csv, Provenance source) {
        return Csv.read(
                        csv,
                        REQUIRED,
                        COLUMNS.stream().filter(column -> !REQUIRED.contains(column)).toList())
                .map(row -> row(row, source));
    }

    private static Row row(Csv.Row row, Provenance source) {
        if (row.text("version").isEmpty()) {
            requireNoAnswer(row);
        }
        return new Row(
                SheetOfRecord.Key.of(row, Spelling.like(REFERENCE)),
                made(row, source),
                COLUMNS.stream()
                        .filter(row::has)
                        .collect(
                                Collectors.toMap(
                                        column -> column,
                                        row::text,
                                        (one, _) -> one,
                                        TreeMap::new)));
    }

    private static void requireNoAnswer(Csv.Row row) {
        for (var answer : List.of("source", "outcome", "answeredOn", "decision", "note")) {
            if (!row.text(answer).isEmpty()) {
                row.fault(answer, "is not told of a new recommendation, one without a version");
            }
        }
    }

    private static RecordRecommendation.Made made(Csv.Row row, Provenance source) {
        return new RecordRecommendation.Made(
                row.optional("reference"),
                row.parsed("number", RecommendationSheet::number),
                row.parsed("verb", Spelling.like(VERB)),
                row.required("text"),
                row.optional("paper"),
                row.optional("document"),
                row.optional("section"),
                row.optional("body"),
                row.optional("locality", Locality::of),
                row.optional("madeOn", LocalDate::parse),
                source);
    }

    private static int number(String text) {
        int number = Integer.parseInt(text);
        if (number < 1) {
            throw new IllegalArgumentException("must be 1 or more");
        }
        return number;
    }
}
