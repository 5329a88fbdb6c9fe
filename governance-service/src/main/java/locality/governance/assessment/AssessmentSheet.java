package locality.governance.assessment;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import locality.governance.recorder.SheetOfRecord;
import locality.governance.recorder.Spelling;
import locality.platform.http.Csv;
import locality.platform.place.Locality;
import org.jspecify.annotations.Nullable;

/// Assessments as a spreadsheet: what is exported is edited and sent back. A row with a `version`
/// is the assessment of that reference, of which a sheet changes title and plannedOn; a row without
/// one plans another. What an assessment has become since is told by its own commands.
final class AssessmentSheet {

    static final String SUBJECT_TYPE = "[a-z][a-z-]{1,39}";
    private static final List<String> REQUIRED = List.of("title");
    private static final Set<String> MAY_CHANGE =
            Set.of("reference", "version", "title", "plannedOn");
    private static final List<String> TOLD =
            List.of(
                    "state",
                    "since",
                    "criteria",
                    "unrated",
                    "red",
                    "gaps",
                    "gapsWithoutAction",
                    "findings");

    private AssessmentSheet() {}

    /// @param key without a version it is of one to plan, without a reference its own is made up
    /// @param cells by column, of the columns that the sheet has
    record Row(
            SheetOfRecord.Key key,
            String title,
            @Nullable String framework,
            @Nullable Locality locality,
            @Nullable String subjectType,
            @Nullable String subjectId,
            @Nullable String body,
            @Nullable LocalDate plannedOn,
            Map<String, String> cells) {

        boolean replans() {
            return cells.containsKey("plannedOn");
        }

        /// The columns, but for those that a sheet changes, that say otherwise what is on record.
        List<String> differingFrom(AssessmentOutline onRecord) {
            var written = onRecord.row();
            return AssessmentOutline.COLUMNS.stream()
                    .filter(column -> cells.containsKey(column) && !MAY_CHANGE.contains(column))
                    .filter(column -> !Objects.equals(written.get(column), cells.get(column)))
                    .toList();
        }
    }

    /// @throws locality.platform.refusal.Malformed naming every faulty cell by line and column
    static List<Row> read(String csv) {
        var optional =
                AssessmentOutline.COLUMNS.stream()
                        .filter(column -> !REQUIRED.contains(column))
                        .toList();
        return Csv.read(csv, REQUIRED, optional).map(AssessmentSheet::row);
    }

    private static Row row(Csv.Row row) {
        if (row.text("version").isEmpty()) {
            row.required("framework");
            row.required("locality");
            TOLD.stream()
                    .filter(column -> !row.text(column).isEmpty())
                    .forEach(
                            column ->
                                    row.fault(
                                            column,
                                            "is not told of a new assessment, one without a"
                                                    + " version"));
        }
        return new Row(
                SheetOfRecord.Key.of(row),
                row.required("title"),
                row.optional("framework"),
                row.optional("locality", Locality::of),
                row.optional("subjectType", Spelling.like(SUBJECT_TYPE)),
                row.optional("subjectId"),
                row.optional("body"),
                row.optional("plannedOn", LocalDate::parse),
                AssessmentOutline.COLUMNS.stream()
                        .filter(row::has)
                        .collect(Collectors.toMap(column -> column, row::text)));
    }
}
