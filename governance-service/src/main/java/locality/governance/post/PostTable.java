package locality.governance.post;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import locality.governance.period.Period;
import locality.governance.recorder.Spelling;
import locality.platform.fact.Provenance;
import locality.platform.http.Csv;
import locality.platform.place.Locality;
import org.jspecify.annotations.Nullable;

/// Posts as a spreadsheet, in and out in the same columns.
final class PostTable {

    private static final String SEPARATOR = ";";
    private static final List<String> REQUIRED =
            List.of("reference", "title", "kind", "organisations", "locality", "from");
    private static final List<String> OPTIONAL =
            List.of(
                    "until",
                    "reportsTo",
                    "holder",
                    "acting",
                    "holderFrom",
                    "holderUntil",
                    "version");
    private static final List<String> COLUMNS =
            Stream.concat(REQUIRED.stream(), OPTIONAL.stream()).toList();
    private static final Set<String> MAY_CHANGE = Set.of("title", "kind", "version");

    private PostTable() {}

    /// @param source of every row
    /// @throws locality.platform.refusal.Malformed naming every faulty cell by line and column
    static List<Row> read(String csv, Provenance source) {
        return Csv.read(csv, REQUIRED, OPTIONAL).map(row -> row(row, source));
    }

    /// What a row tells: one with a version is of a post on record, one without is new.
    ///
    /// @param line as a spreadsheet counts: the header is line 1
    /// @param version of the post when the sheet was read, null for a new one
    /// @param cells by column, of the columns that the sheet has
    record Row(
            int line,
            String reference,
            @Nullable Long version,
            ChangePost.ToCreate post,
            Map<String, String> cells) {

        /// The columns, but for title and kind, that say otherwise what is on record.
        List<String> differingFrom(PostView onRecord) {
            var written = PostTable.cells(onRecord, holder(onRecord), true);
            return COLUMNS.stream()
                    .filter(column -> cells.containsKey(column) && !MAY_CHANGE.contains(column))
                    .filter(
                            column ->
                                    !written.get(COLUMNS.indexOf(column))
                                            .toString()
                                            .equals(cells.get(column)))
                    .toList();
        }
    }

    /// One row for each post, with who (if the caller is shown people) holds it substantively or,
    /// if nobody does, acts in it.
    ///
    /// @param current whether they are as they are today; those of another day get no version, and
    ///   are not taken back
    static String write(List<PostView> posts, boolean current) {
        return Csv.write(
                COLUMNS, posts.stream().map(post -> cells(post, holder(post), current)).toList());
    }

    private static Row row(Csv.Row row, Provenance source) {
        var post = post(row, source);
        return new Row(
                row.line(),
                row.required("reference"),
                row.optional("version", Long::parseLong),
                post,
                COLUMNS.stream()
                        .filter(row::has)
                        .collect(Collectors.toMap(column -> column, column -> text(row, column))));
    }

    /// As it is exported: a spreadsheet may write yes and no in capitals.
    private static String text(Csv.Row row, String column) {
        return column.equals("acting") && !row.text(column).isEmpty()
                ? String.valueOf(row.bool(column, false))
                : row.text(column);
    }

    private static ChangePost.ToCreate post(Csv.Row row, Provenance source) {
        var period =
                new Period(
                        row.parsed("from", LocalDate::parse),
                        row.optional("until", LocalDate::parse));
        return new ChangePost.ToCreate(
                row.parsed("reference", Spelling.like(Spelling.REFERENCE)),
                row.required("title"),
                row.oneOf("kind", PostKind.class),
                row.parsed("locality", Locality::of),
                period,
                row.parsed("organisations", Csv::several),
                row.list("reportsTo"),
                holder(row, period, source),
                source);
    }

    private static ChangePost.@Nullable ToAppoint holder(
            Csv.Row row, Period post, Provenance source) {
        var from = row.optional("holderFrom", LocalDate::parse);
        var until = row.optional("holderUntil", LocalDate::parse);
        boolean acting = row.bool("acting", false);
        return row.text("holder").isEmpty()
                ? null
                : new ChangePost.ToAppoint(
                        row.text("holder"),
                        acting,
                        new Period(from == null ? post.from() : from, until),
                        source);
    }

    /// Who holds it substantively, else who acts in it.
    private static PostView.@Nullable HolderView holder(PostView post) {
        return post.holders().stream()
                .filter(one -> !one.acting())
                .findFirst()
                .orElseGet(() -> post.holders().stream().findFirst().orElse(null));
    }

    private static List<Object> cells(
            PostView post, PostView.@Nullable HolderView holder, boolean current) {
        return List.of(
                post.reference(),
                post.title(),
                post.kind(),
                String.join(SEPARATOR, post.organisations()),
                post.locality(),
                post.effectiveOn(),
                orEmpty(post.endsOn()),
                post.reportsTo().stream()
                        .map(PostView.LineView::reference)
                        .collect(Collectors.joining(SEPARATOR)),
                holder == null || holder.personReference() == null ? "" : holder.personReference(),
                holder == null ? "" : holder.acting(),
                holder == null ? "" : holder.from(),
                holder == null ? "" : orEmpty(holder.until()),
                current ? post.version() : "");
    }

    private static Object orEmpty(@Nullable LocalDate day) {
        return day == null ? "" : day;
    }
}
