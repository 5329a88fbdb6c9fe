package locality.budget.ledger;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import locality.platform.caller.Caller;
import locality.platform.eventlog.ChainVerifier;
import locality.platform.http.Csv;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Recomputes the digest of every entry, compares it with the one stored and the one in the entry's
/// event, and holds every line's figures against the books. The event log's chain vouches for the
/// events, and so for the ledger.
@ApplicationScoped
class VerifyLedger {

    private static final int MOST_NAMED = 1000;

    /// Entries and their events side by side, where they do not agree.
    private static final String DISAGREEING =
            """
            select coalesce(e.id, t.id) as id, coalesce(e.reference, t.reference) as reference,
                   case when e.id is null then 'MISSING'
                        when e.digest is distinct from t.told then 'NOT_AS_TOLD'
                        when e.reference is distinct from t.reference then 'RENUMBERED'
                        else 'MISCOUNTED' end as fault,
                   case when e.digest is distinct from t.told then e.digest
                        when e.reference is distinct from t.reference then e.reference
                        else e.postings end as found,
                   case when e.digest is distinct from t.told then t.told
                        when e.reference is distinct from t.reference then t.reference
                        else e.counted end as expected
            from (select id, 'JE-' || number as reference, digest,
                         posting_count || ' to ' || posting_count as counted,
                         (select count(*) || ' to ' || coalesce(max(ordinal), 0)
                          from posting where entry_id = journal_entry.id) as postings
                  from journal_entry where locality = any(?)) e
            full join (select subject_id::uuid as id, data ->> 'reference' as reference,
                              data ->> 'digest' as told
                       from event_log
                       where type = 'budget.journal-entry-posted.v1' and locality = any(?)) t
              on t.id = e.id
            where e.digest is distinct from t.told
               or e.reference is distinct from t.reference
               or e.postings <> e.counted
            """;

    private final Entries entries;
    private final ReconcileLines lines;
    private final ChainVerifier chain;
    private final AgroalDataSource database;

    VerifyLedger(
            Entries entries, ReconcileLines lines, ChainVerifier chain, AgroalDataSource database) {
        this.entries = entries;
        this.lines = lines;
        this.chain = chain;
        this.database = database;
    }

    @Schema(name = "LedgerVerification")
    record Verification(
            boolean intact,
            @Schema(description = "How many entries were recomputed") long entries,
            @Schema(description = "Those that are not as they were posted, the first 1,000")
                    List<Broken> broken,
            @Schema(
                            description =
                                    "Figures of lines that are not what the books say, the first"
                                            + " 1,000")
                    List<ReconcileLines.Unreconciled> unreconciled,
            @Schema(description = "The event log that vouches for them") Chain chain) {

        /// What is broken, one row each; nothing below the header while all is as it was.
        String csv() {
            var rows = new ArrayList<List<?>>();
            broken.forEach(one -> rows.add(one.cells()));
            unreconciled.forEach(one -> rows.add(one.cells()));
            rows.addAll(chain.faults());
            return Csv.write(List.of("what", "named", "fault", "found", "expected"), rows);
        }
    }

    /// Whether the event log still says what was told.
    ///
    /// @param positions how many events it has placed
    /// @param hash the last hash of its chain, to compare with one noted elsewhere
    /// @param firstBroken the first link that does not hold; null while all of them do
    /// @param unpositioned how many events have no place in it and wait for none
    /// @param cutAfter the last position there is, when later ones were already sent
    @Schema(name = "LedgerChain")
    record Chain(
            boolean intact,
            long positions,
            @Nullable String hash,
            ChainVerifier.@Nullable Fault firstBroken,
            int unpositioned,
            @Nullable Long cutAfter) {

        private static Chain of(ChainVerifier.Verification found) {
            return new Chain(
                    found.intact(),
                    found.positions(),
                    found.hash(),
                    found.firstBroken(),
                    found.unpositioned().size(),
                    found.cutAfter());
        }

        private List<List<?>> faults() {
            var faults = new ArrayList<List<?>>();
            if (firstBroken != null) {
                faults.add(
                        Arrays.asList(
                                "link",
                                firstBroken.position(),
                                firstBroken.fault(),
                                firstBroken.eventId(),
                                null));
            }
            if (unpositioned > 0) {
                faults.add(Arrays.asList("log", null, "UNPOSITIONED", unpositioned, 0));
            }
            if (cutAfter != null) {
                faults.add(Arrays.asList("log", cutAfter, "CUT", null, null));
            }
            return faults;
        }
    }

    /// How an entry is not as it was posted.
    @Schema(name = "EntryFault")
    enum Fault {
        /// It no longer hashes to the digest stored with it.
        CHANGED,
        /// Its event tells another digest, or there is no such event.
        NOT_AS_TOLD,
        /// Its event tells another reference.
        RENUMBERED,
        /// Its postings are not numbered from 1 to as many as it says.
        MISCOUNTED,
        /// An event tells of it, and it is gone.
        MISSING
    }

    @Schema(name = "BrokenEntry")
    record Broken(
            UUID entryId,
            String reference,
            Fault fault,
            @Schema(
                            description =
                                    "Its digest as recomputed or stored; of one that is RENUMBERED"
                                            + " its reference, of one that is MISCOUNTED how many"
                                            + " postings it has and the last one's place")
                    @Nullable String digest,
            @Schema(description = "As it should be") @Nullable String expected) {

        private List<?> cells() {
            return Arrays.asList("entry", reference, fault, digest, expected);
        }
    }

    @Transactional
    Verification handle(Caller caller) {
        var broken = new ArrayList<Broken>();
        long[] counted = {0};
        entries.forEach(
                caller,
                posted -> {
                    counted[0]++;
                    recompute(posted, broken);
                });
        compareWithEvents(caller, broken);
        var unreconciled = lines.of(caller, MOST_NAMED);
        var links = Chain.of(chain.verify());
        return new Verification(
                broken.isEmpty() && unreconciled.isEmpty() && links.intact(),
                counted[0],
                List.copyOf(broken.subList(0, Math.min(MOST_NAMED, broken.size()))),
                unreconciled,
                links);
    }

    private static void recompute(Ledger.Posted posted, List<Broken> broken) {
        var computed = posted.entry().digest();
        if (!computed.equals(posted.digest())) {
            broken.add(
                    new Broken(
                            posted.entry().id(),
                            posted.reference(),
                            Fault.CHANGED,
                            computed,
                            posted.digest()));
        }
    }

    private void compareWithEvents(Caller caller, List<Broken> broken) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(DISAGREEING)) {
            var places = connection.createArrayOf("text", caller.localityCodes());
            select.setArray(1, places);
            select.setArray(2, places);
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    broken.add(
                            new Broken(
                                    rows.getObject("id", UUID.class),
                                    rows.getString("reference"),
                                    Fault.valueOf(rows.getString("fault")),
                                    rows.getString("found"),
                                    rows.getString("expected")));
                }
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("The ledger cannot be verified", failure);
        }
    }
}
