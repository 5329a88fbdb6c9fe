package locality.governance.post;

import java.time.LocalDate;
import java.util.List;
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

    static final String REFERENCE = "[A-Za-z0-9][A-Za-z0-9-]{1,59}";
    private static final String SEPARATOR = ";";
    private static final List<String> REQUIRED =
            List.of("reference", "title", "kind", "organisations", "locality", "from");
    private static final List<String> OPTIONAL =
            List.of("until", "reportsTo", "holder", "acting", "holderFrom", "holderUntil");

    private PostTable() {}

    /// @param source of every row
    /// @throws locality.platform.refusal.Malformed naming every faulty cell by line and column
    static List<ChangePost.ToCreate> read(String csv, Provenance source) {
        return Csv.read(csv, REQUIRED, OPTIONAL).map(row -> post(row, source));
    }

    /// One row for each post, with who (if the caller is shown people) holds it substantively or,
    /// if nobody does, acts in it.
    static String write(List<PostView> posts) {
        return Csv.write(
                Stream.concat(REQUIRED.stream(), OPTIONAL.stream()).toList(),
                posts.stream().map(post -> cells(post, holder(post))).toList());
    }

    private static ChangePost.ToCreate post(Csv.Row row, Provenance source) {
        var period =
                new Period(
                        row.parsed("from", LocalDate::parse),
                        row.optional("until", LocalDate::parse));
        return new ChangePost.ToCreate(
                row.parsed("reference", Spelling.like(REFERENCE)),
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

    private static List<Object> cells(PostView post, PostView.@Nullable HolderView holder) {
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
                holder == null ? "" : orEmpty(holder.until()));
    }

    private static Object orEmpty(@Nullable LocalDate day) {
        return day == null ? "" : day;
    }
}
