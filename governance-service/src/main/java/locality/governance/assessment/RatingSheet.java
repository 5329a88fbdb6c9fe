package locality.governance.assessment;

import java.util.Arrays;
import java.util.List;
import locality.platform.http.Csv;
import org.jspecify.annotations.Nullable;

/// The ratings of one assessment as a spreadsheet: a row for each criterion, the unrated too. It is
/// filled in and sent back; an empty cell says nothing, and `UNKNOWN` says that it is not known.
final class RatingSheet {

    private static final List<String> REQUIRED = List.of("criterion");
    private static final List<String> COLUMNS =
            List.of(
                    "reference",
                    "version",
                    "domain",
                    "criterion",
                    "title",
                    "self",
                    "reviewer",
                    "agreed",
                    "by");

    private RatingSheet() {}

    /// @param reference of the assessment it is of
    /// @throws locality.platform.refusal.Malformed naming every faulty cell by line and column
    static List<RateCriteria.Row> read(String csv, String reference) {
        var optional = COLUMNS.stream().filter(column -> !REQUIRED.contains(column)).toList();
        return Csv.read(csv, REQUIRED, optional).map(row -> row(row, reference));
    }

    /// @param version null of a day that is past: sent back it would undo what was said since
    static String write(AssessmentOnDay now, @Nullable Long version) {
        return Csv.write(
                COLUMNS,
                now.assessment().framework.criteria.stream()
                        .map(one -> cells(now, one, version))
                        .toList());
    }

    private static RateCriteria.Row row(Csv.Row row, String reference) {
        if (!row.text("reference").isEmpty() && !row.text("reference").equals(reference)) {
            row.fault("reference", "is not %s, which this sheet is sent to".formatted(reference));
        }
        return new RateCriteria.Row(
                row.line(),
                row.optional("version", Long::parseLong),
                RateCriteria.Said.of(
                        row.required("criterion"),
                        row.optional("self"),
                        row.optional("reviewer"),
                        row.optional("agreed"),
                        row.optional("by")));
    }

    private static List<@Nullable Object> cells(
            AssessmentOnDay now, Criterion one, @Nullable Long version) {
        var rated = now.of(one);
        return Arrays.asList(
                now.assessment().reference,
                version,
                one.domain(),
                one.code(),
                one.title(),
                said(rated.by(Rater.SELF)),
                said(rated.by(Rater.REVIEWER)),
                said(rated.by(Rater.AGREED)),
                null);
    }

    private static @Nullable String said(@Nullable Rating rating) {
        return rating == null ? null : rating.said();
    }
}
