package locality.platform.worklist;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import locality.platform.caller.Roles;
import locality.platform.http.Page;
import locality.platform.place.Locality;
import locality.platform.refusal.Malformed;
import org.jspecify.annotations.Nullable;

/// Everything that waits, the most urgent first: by its last day, what has none last.
///
/// @param <K> the kinds of things that may wait in a service
/// @param <R> its rows
public final class Worklist<K extends Enum<K>, R extends WaitingRow<K>> {

    private static final LocalDate SOME_DAY = LocalDate.of(9999, 12, 31);

    private final List<? extends WaitingSource<R>> sources;

    public Worklist(List<? extends WaitingSource<R>> sources) {
        this.sources = List.copyOf(sources);
    }

    /// What a list asks for.
    ///
    /// @param roles whose work is listed
    /// @param kind null for all
    /// @param on the day that says what is late
    public record Wanted<K extends Enum<K>>(
            Set<Locality> places, Set<String> roles, @Nullable K kind, LocalDate on) {

        /// @param role whose work; null for that of the caller's own roles
        /// @throws Malformed if there is no such role
        public static <K extends Enum<K>> Wanted<K> of(
                Set<Locality> places,
                @Nullable String role,
                Set<String> own,
                @Nullable K kind,
                LocalDate on) {
            if (role != null && !Roles.ALL.contains(role)) {
                throw new Malformed(
                        "There is no role \"%s\"".formatted(role),
                        List.of(new Malformed.Fault("role", "is none of " + Roles.ALL)));
            }
            return new Wanted<>(places, role == null ? own : Set.of(role), kind, on);
        }

        boolean asksFor(WaitingRow<K> row) {
            return roles.contains(row.who()) && (kind == null || kind == row.kind());
        }
    }

    /// All that is wanted.
    public List<R> rows(Wanted<K> wanted) {
        return rows(wanted, "");
    }

    /// A page of it. What is added or cleared meanwhile moves no other row to another page.
    ///
    /// @param after where to go on, as the page before says; empty for the beginning
    public Page<R> page(Wanted<K> wanted, String after, int limit) {
        var rows = rows(wanted, after);
        return Page.of(rows.subList(0, Math.min(rows.size(), limit + 1)), limit, Worklist::cursor);
    }

    private List<R> rows(Wanted<K> wanted, String after) {
        return sources.stream()
                .flatMap(source -> source.rows(wanted.places, wanted.on).stream())
                .filter(wanted::asksFor)
                .filter(row -> cursor(row).compareTo(after) > 0)
                .sorted(Comparator.comparing(Worklist::cursor))
                .toList();
    }

    /// Where a row stands, whatever else is added or cleared: its last day, then its kind and
    /// reference.
    private static String cursor(WaitingRow<?> row) {
        var dueOn = row.dueOn();
        return "%s|%s|%s".formatted(dueOn == null ? SOME_DAY : dueOn, row.kind(), row.reference());
    }
}
