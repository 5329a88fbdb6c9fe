package locality.governance.assessment;

import java.time.LocalDate;
import java.util.List;
import locality.governance.recorder.Spelling;
import locality.platform.http.Csv;
import locality.platform.place.Locality;
import org.jspecify.annotations.Nullable;

/// Assessments as a spreadsheet: what is exported is edited and sent back. A row with a `version`
/// is the assessment of that reference, of which a sheet changes title and plannedOn; a row without
/// one plans another. What an assessment has become since is told by its own commands.
final class AssessmentSheet {

    static final String REFERENCE = "[A-Za-z0-9][A-Za-z0-9-]{1,59}";
    static final String SUBJECT_TYPE = "[a-z][a-z-]{1,39}";
    private static final List<String> REQUIRED = List.of("title");
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

    /// @param line as a spreadsheet counts: the header is line 1
    /// @param version of the assessment when the sheet was read; null of one to plan
    /// @param reference null when a new one is to be made up
    /// @param replans whether the sheet has the column plannedOn at all
    record Row(
            int line,
            @Nullable Long version,
            @Nullable String reference,
            String title,
            @Nullable String framework,
            @Nullable Locality locality,
            @Nullable String subjectType,
            @Nullable String subjectId,
            @Nullable String body,
            @Nullable LocalDate plannedOn,
            boolean replans) {}

    /// @throws locality.platform.refusal.Malformed naming every faulty cell by line and column
    static List<Row> read(String csv) {
        var optional =
                AssessmentOutline.COLUMNS.stream()
                        .filter(column -> !REQUIRED.contains(column))
                        .toList();
        return Csv.read(csv, REQUIRED, optional).map(AssessmentSheet::row);
    }

    private static Row row(Csv.Row row) {
        var version = row.optional("version", Long::parseLong);
        if (version == null) {
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
        } else {
            row.required("reference");
        }
        return new Row(
                row.line(),
                version,
                row.optional("reference", Spelling.like(REFERENCE)),
                row.required("title"),
                row.optional("framework"),
                row.optional("locality", Locality::of),
                row.optional("subjectType", Spelling.like(SUBJECT_TYPE)),
                row.optional("subjectId"),
                row.optional("body"),
                row.optional("plannedOn", LocalDate::parse),
                row.has("plannedOn"));
    }
}
