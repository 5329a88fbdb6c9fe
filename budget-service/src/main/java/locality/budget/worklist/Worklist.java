package locality.budget.worklist;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import locality.platform.place.Locality;
import org.jspecify.annotations.Nullable;

/// Everything that waits, the most urgent first: by its last day, what has none last.
@ApplicationScoped
class Worklist {

    private static final LocalDate SOME_DAY = LocalDate.of(9999, 12, 31);

    private final List<WorklistSource> sources;

    Worklist(@All List<WorklistSource> sources) {
        this.sources = sources;
    }

    /// What a list asks for.
    ///
    /// @param roles of those who may clear it
    /// @param kind null for all
    record Wanted(
            Set<Locality> places, Set<String> roles, @Nullable WorklistKind kind, LocalDate on) {

        boolean asksFor(WorklistRow row) {
            return roles.contains(row.who()) && (kind == null || kind == row.kind());
        }
    }

    /// @param after where to go on, as [#cursor] says; empty for the beginning
    List<WorklistRow> rows(Wanted wanted, String after) {
        return sources.stream()
                .flatMap(source -> source.rows(wanted.places, wanted.on).stream())
                .filter(wanted::asksFor)
                .filter(row -> cursor(row).compareTo(after) > 0)
                .sorted(Comparator.comparing(Worklist::cursor))
                .toList();
    }

    /// Where a row stands, whatever else is added or cleared: its last day, then its kind and
    /// reference.
    static String cursor(WorklistRow row) {
        return "%s|%s|%s"
                .formatted(
                        row.dueOn() == null ? SOME_DAY : row.dueOn(), row.kind(), row.reference());
    }
}
