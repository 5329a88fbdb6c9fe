package locality.governance.recorder;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import locality.platform.fact.Provenance;
import locality.platform.http.Csv;
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

    /// How a row names what it is of.
    ///
    /// @param line as a spreadsheet counts: the header is line 1
    /// @param version of it when the sheet was read; null for what is new
    public record Key(int line, @Nullable String reference, @Nullable Long version) {

        /// As JSON spells the reference of something new; what is on record may be called
        /// otherwise.
        private static final String REFERENCE = "[A-Za-z0-9][A-Za-z0-9-]{1,59}";

        /// Reads the columns `reference` and `version`.
        public static Key of(Csv.Row cells) {
            var version = cells.optional("version", Long::parseLong);
            return new Key(
                    cells.line(),
                    version == null
                            ? cells.optional("reference", Spelling.like(REFERENCE)::apply)
                            : cells.optional("reference"),
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

        /// What a row names, which nobody else changes meanwhile; empty when nothing does.
        ///
        /// @throws NotFound if the caller may not write it
        Optional<T> lookUp(String reference);

        long versionOf(T thing);

        void add(R row);

        /// @return whether anything of it changed
        boolean change(T thing, R row);
    }

    /// @param dryRun whether nothing is kept
    /// @throws SheetRefusal naming every stale row, else every row that a rule refuses
    /// @throws NotFound if a row names what is not there, or is not the caller's
    @Transactional
    public <R, T> Taken take(List<R> rows, Keeper<R, T> keeper, boolean dryRun) {
        var known = requireFresh(rows, keeper);
        var refused = new ArrayList<SheetRefusal.RowsRefused.Row>();
        int added = 0;
        int changed = 0;
        for (var row : rows) {
            var key = keeper.keyOf(row);
            var thing = known.get(key.line);
            try {
                if (thing != null) {
                    changed += keeper.change(thing, row) ? 1 : 0;
                } else if (key.version != null && key.reference != null) {
                    throw new NotFound("row", key.reference);
                } else {
                    keeper.add(row);
                    added++;
                }
            } catch (NotFound notTheirs) {
                throw notTheirs;
            } catch (Refusal no) {
                refused.add(new SheetRefusal.RowsRefused.Row(key.line, no.code(), no.detail()));
            }
        }
        if (!refused.isEmpty()) {
            throw new SheetRefusal.RowsRefused(refused);
        }
        entities.flush();
        if (dryRun) {
            transaction.setRollbackOnly();
        }
        return new Taken(added, changed, rows.size() - added - changed, dryRun);
    }

    /// What the rows name, by line.
    private <R, T> Map<Integer, T> requireFresh(List<R> rows, Keeper<R, T> keeper) {
        var known = new HashMap<Integer, T>();
        var named = new HashSet<String>();
        var stale = new ArrayList<SheetRefusal.StaleRows.Stale>();
        for (var row : rows) {
            var key = keeper.keyOf(row);
            if (key.reference == null) {
                continue;
            }
            if (!named.add(key.reference)) {
                throw new SheetRefusal.NamedTwice(key.reference);
            }
            keeper.lookUp(key.reference)
                    .ifPresent(
                            thing -> {
                                known.put(key.line, thing);
                                long current = keeper.versionOf(thing);
                                if (!Objects.equals(key.version, current)) {
                                    stale.add(
                                            new SheetRefusal.StaleRows.Stale(
                                                    key.line, key.reference, key.version, current));
                                }
                            });
        }
        if (!stale.isEmpty()) {
            throw new SheetRefusal.StaleRows(stale);
        }
        return known;
    }
}
