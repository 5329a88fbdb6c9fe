package locality.governance.consultation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import locality.platform.refusal.NotFound;
import locality.platform.refusal.Refusal;
import org.jspecify.annotations.Nullable;

/// Reads rows of a spreadsheet, all or none: rows with a version change what they name, others are
/// new, and every row at fault is named by its line.
@ApplicationScoped
class SheetOfPlans {

    private final TransactionSynchronizationRegistry transaction;

    SheetOfPlans(TransactionSynchronizationRegistry transaction) {
        this.transaction = transaction;
    }

    /// @param version of what the row names when the sheet was read; null for what is new
    interface Row {
        int line();

        String reference();

        @Nullable Long version();
    }

    /// What a row may do.
    enum Did {
        PLANNED,
        CHANGED,
        NOTHING
    }

    /// @param current the version of what a row names, as it is now
    /// @param does what the row says
    <R extends Row> Imported read(
            List<R> rows, boolean dryRun, Function<R, Long> current, Function<R, Did> does) {
        requireFresh(rows, current);
        var refused = new ArrayList<ConsultationRefusal.RowsRefused.Row>();
        var named = new HashSet<String>();
        var did = new ArrayList<Did>();
        for (var row : rows) {
            try {
                if (!named.add(row.reference())) {
                    throw new ConsultationRefusal.ReferenceTaken("row", row.reference());
                }
                did.add(does.apply(row));
            } catch (NotFound notTheirs) {
                throw notTheirs;
            } catch (Refusal no) {
                refused.add(
                        new ConsultationRefusal.RowsRefused.Row(
                                row.line(), no.code(), no.detail()));
            }
        }
        if (!refused.isEmpty()) {
            throw new ConsultationRefusal.RowsRefused(refused);
        }
        if (dryRun) {
            transaction.setRollbackOnly();
        }
        return new Imported(
                dryRun, count(did, Did.PLANNED), count(did, Did.CHANGED), count(did, Did.NOTHING));
    }

    private static int count(List<Did> all, Did wanted) {
        return (int) all.stream().filter(one -> one == wanted).count();
    }

    private static <R extends Row> void requireFresh(List<R> rows, Function<R, Long> current) {
        var stale = new ArrayList<ConsultationRefusal.StaleRows.Stale>();
        for (var row : rows) {
            var read = row.version();
            if (read != null) {
                long now = current.apply(row);
                if (now != read) {
                    stale.add(
                            new ConsultationRefusal.StaleRows.Stale(
                                    row.line(), row.reference(), read, now));
                }
            }
        }
        if (!stale.isEmpty()) {
            throw new ConsultationRefusal.StaleRows(stale);
        }
    }
}
