package locality.governance.recorder;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import locality.platform.fact.Provenance;
import locality.platform.http.Csv;
import locality.platform.refusal.Malformed;
import locality.platform.refusal.NotFound;
import locality.platform.refusal.Refusal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Takes a spreadsheet that was exported, edited and sent back, or a whole new one: all or nothing,
/// and every row at fault is named by its line.
///
/// A row whose reference is on record changes what it names, if it has its version of today; any
/// other row is new.
@ApplicationScoped
public class SheetOfRecord {

    private final EntityManager entities;
    private final TransactionSynchronizationRegistry transaction;

    SheetOfRecord(EntityManager entities, TransactionSynchronizationRegistry transaction) {
        this.entities = entities;
        this.transaction = transaction;
    }

    /// How a row names what it is of. A version is always of something named: a row that has lost
    /// its reference is not taken for a new one.
    ///
    /// @param line as a spreadsheet counts: the header is line 1
    /// @param version of it when the sheet was read; null for what is new
    public record Key(int line, @Nullable String reference, @Nullable Long version) {

        public Key {
            if (version != null && reference == null) {
                throw new Malformed("Line %d has a version and no reference".formatted(line));
            }
        }

        /// Reads the columns `reference` and `version`.
        public static Key of(Csv.Row cells) {
            return of(cells, Spelling.like(Spelling.REFERENCE));
        }

        /// Reads the columns `reference` and `version`.
        ///
        /// @param ofNew as JSON spells the reference of something new; what is on record may be
        ///   called otherwise
        public static Key of(Csv.Row cells, UnaryOperator<String> ofNew) {
            var version = cells.optional("version", Long::parseLong);
            return new Key(
                    cells.line(),
                    version == null
                            ? cells.optional("reference", ofNew)
                            : cells.required("reference"),
                    version);
        }
    }

    /// Whether a row names another source than is on record: what is of no document names none.
    public static boolean namesAnotherSource(@Nullable Provenance told, Provenance onRecord) {
        return told == null
                ? onRecord.document() != null
                : !Objects.equals(told.document(), onRecord.document())
                        || !Objects.equals(told.section(), onRecord.section());
    }

    /// What a spreadsheet did, or would do; rows that say what is on record change nothing.
    @Schema(name = "SpreadsheetTaken")
    public record Taken(int added, int changed, int unchanged, boolean dryRun) {}

    /// What a feature does with its rows.
    public interface Keeper<R, T> {
        Key keyOf(R row);

        /// What a row names, which nobody else changes meanwhile; empty when nothing does. Of one
        /// thing it answers the same by each of its names, its reference and its id.
        ///
        /// @throws NotFound if the caller may not write it
        Optional<T> lookUp(String reference);

        long versionOf(T thing);

        void add(R row);

        /// @return whether anything of it changed
        boolean change(T thing, R row);
    }

    /// A row that names what is not there, or is not the caller's, is refused as any other: what
    /// the caller may not see is answered in the same words as what is not there.
    ///
    /// @param dryRun whether nothing is kept
    /// @throws SheetRefusal naming every stale row, else every row that a rule refuses
    @Transactional
    public <R, T> Taken take(List<R> rows, Keeper<R, T> keeper, boolean dryRun) {
        var sheet = new Reading<>(keeper, rows);
        sheet.requireFresh();
        rows.forEach(sheet::read);
        sheet.requireNoneRefused();
        entities.flush();
        if (dryRun) {
            transaction.setRollbackOnly();
        }
        return new Taken(
                sheet.added, sheet.changed, rows.size() - sheet.added - sheet.changed, dryRun);
    }

    /// One spreadsheet, while it is taken.
    private static final class Reading<R, T> {
        private final Keeper<R, T> keeper;
        private final Map<Integer, T> known = new HashMap<>();
        private final Map<Object, Key> named = new HashMap<>();
        private final List<SheetRefusal.StaleRows.Stale> stale = new ArrayList<>();
        private final Map<Integer, Refusal> refused = new TreeMap<>();
        private int added;
        private int changed;

        /// Looks up in the order of their references, so that two sheets wait for each other and no
        /// more.
        Reading(Keeper<R, T> keeper, List<R> rows) {
            this.keeper = keeper;
            var keys =
                    rows.stream().map(keeper::keyOf).filter(key -> key.reference != null).toList();
            keys.stream()
                    .sorted(Comparator.comparing(key -> requireNonNull(key.reference)))
                    .forEach(key -> attempt(key, () -> lookUp(key)));
            keys.forEach(key -> attempt(key, () -> requireNamedOnce(key)));
        }

        private void lookUp(Key key) {
            keeper.lookUp(requireNonNull(key.reference))
                    .ifPresent(thing -> known.put(key.line, thing));
        }

        /// By whichever of its names a row reaches it.
        private void requireNamedOnce(Key key) {
            var reference = requireNonNull(key.reference);
            var thing = known.get(key.line);
            var before = named.putIfAbsent(thing == null ? reference : thing, key);
            if (before != null) {
                throw new SheetRefusal.NamedTwice(
                        requireNonNull(before.reference), before.line, key.line);
            }
            if (thing != null && !Objects.equals(key.version, keeper.versionOf(thing))) {
                stale.add(
                        new SheetRefusal.StaleRows.Stale(
                                key.line, reference, key.version, keeper.versionOf(thing)));
            }
        }

        void requireFresh() {
            if (!stale.isEmpty()) {
                throw new SheetRefusal.StaleRows(stale);
            }
        }

        void read(R row) {
            var key = keeper.keyOf(row);
            attempt(key, () -> addOrChange(row, key));
        }

        private void addOrChange(R row, Key key) {
            var thing = known.get(key.line);
            if (thing != null) {
                changed += keeper.change(thing, row) ? 1 : 0;
            } else if (key.version != null) {
                throw new NotFound("row", requireNonNull(key.reference));
            } else {
                keeper.add(row);
                added++;
            }
        }

        private void attempt(Key key, Runnable step) {
            try {
                if (!refused.containsKey(key.line)) {
                    step.run();
                }
            } catch (Refusal no) {
                refused.put(key.line, no);
            }
        }

        void requireNoneRefused() {
            if (!refused.isEmpty()) {
                throw new SheetRefusal.RowsRefused(
                        refused.entrySet().stream()
                                .map(
                                        at ->
                                                SheetRefusal.RowsRefused.Row.of(
                                                        at.getKey(), at.getValue()))
                                .toList());
            }
        }
    }
}
