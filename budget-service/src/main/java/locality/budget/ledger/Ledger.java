package locality.budget.ledger;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import locality.budget.line.BudgetLine;
import locality.platform.eventlog.EventLog;
import locality.platform.money.FinancialYear;
import locality.platform.money.Pence;
import org.jspecify.annotations.Nullable;

/// The ledger: takes valid entries, and answers what every account held on a day, as far as was
/// known at a moment. Balances are sums of postings, never stored.
@ApplicationScoped
public class Ledger {

    private static final int AFTER_THE_YEAR = 13;
    private static final int AT_ONCE = 1000;

    private final Journal journal;
    private final EventLog eventLog;
    private final AgroalDataSource database;
    private final Recordings recordings;

    Ledger(Journal journal, EventLog eventLog, AgroalDataSource database, Recordings recordings) {
        this.journal = journal;
        this.eventLog = eventLog;
        this.database = database;
        this.recordings = recordings;
    }

    /// An entry as it stands in the journal.
    ///
    /// @param number counts entries as they come; a rolled back entry leaves a gap
    /// @param reversedBy the entry that took it back, null while none has
    public record Posted(Entry entry, long number, String digest, @Nullable UUID reversedBy) {

        private static Posted of(Entry entry, long number) {
            return new Posted(entry, number, entry.digest(), null);
        }

        public String reference() {
            return "JE-" + number;
        }
    }

    /// What an account holds: the sum of its postings.
    public record Balance(
            Account account,
            @Nullable UUID lineId,
            @Nullable String partner,
            @Nullable String source,
            Pence balance) {}

    /// Posts an entry whose lines already know of it.
    ///
    /// @throws LedgerRefusal if it is not valid
    public Posted post(Entry entry) {
        Entry.requireValid(entry.postings());
        return store(List.of(entry)).getFirst();
    }

    /// Stores entries that are known to be valid and tells of them, so many by one statement.
    ///
    /// @return them as they stand in the journal, in their order
    List<Posted> store(List<Entry> entries) {
        var stored = new ArrayList<Posted>(entries.size());
        for (int from = 0; from < entries.size(); from += AT_ONCE) {
            stored.addAll(
                    storeAtOnce(entries.subList(from, Math.min(from + AT_ONCE, entries.size()))));
        }
        return stored;
    }

    private List<Posted> storeAtOnce(List<Entry> entries) {
        var numbers = journal.append(entries);
        var stored =
                IntStream.range(0, entries.size())
                        .mapToObj(i -> Posted.of(entries.get(i), numbers.get(i)))
                        .toList();
        eventLog.appendAll(
                stored.stream()
                        .map(one -> one.entry().posted(one.reference(), one.digest()))
                        .toList());
        return stored;
    }

    /// Posts an entry and lets the lines it spends on answer whether they have so much.
    ///
    /// @param locked the lines it names, locked
    Posted postAndSpend(Entry entry, List<BudgetLine> locked) {
        var spend = Entry.spendByLine(entry.postings());
        for (var line : locked) {
            line.spend(spend.getOrDefault(line.id(), Pence.ZERO), entry.effectiveOn());
        }
        return post(entry);
    }

    /// When an entry of this fund is recorded, by the database's clock, the one that all replicas
    /// share. Until the transaction ends, [#settled] sees that something is recorded, and since
    /// when.
    public Instant recordingTime(UUID fund) {
        return recordings.begin(fund);
    }

    /// As [#recordingTime(UUID)], but [#settled] does not see what is only tried out: it is taken
    /// back, so no answer can come to hold it.
    ///
    /// @param onlyTry whether the transaction is rolled back in the end, whatever comes of it
    Instant recordingTime(UUID fund, boolean onlyTry) {
        return onlyTry ? recordings.now() : recordingTime(fund);
    }

    /// The period of a date in a fund's year; what comes after the year belongs to period 13.
    ///
    /// @throws LedgerRefusal if the year has not begun by then
    public static int period(FinancialYear year, LocalDate effectiveOn) {
        requireBegun(year, effectiveOn);
        return year.contains(effectiveOn) ? year.periodOf(effectiveOn) : AFTER_THE_YEAR;
    }

    /// @throws LedgerRefusal if the year has not begun by then
    public static void requireBegun(FinancialYear year, LocalDate effectiveOn) {
        if (effectiveOn.isBefore(year.start())) {
            throw new LedgerRefusal.BeforeTheYear(effectiveOn, year);
        }
    }

    /// The last moment, no later than the one asked for, whose answer is settled: entries recorded
    /// by then are committed, and whatever is recorded from now on is recorded later. It is asked
    /// outside a transaction and keeps nobody from posting. While a file is posted, it is the
    /// moment before the file began.
    public Instant settled(UUID fund, Instant asked) {
        return recordings.settled(fund, asked);
    }

    /// @param effectiveAt what is true by the end of this day
    /// @param knownAt as far as was recorded by this moment; the answer stays the same for ever if
    ///   it is no later than [#settled]
    public List<Balance> balances(UUID fund, LocalDate effectiveAt, Instant knownAt) {
        return balances(fund, Which.ALL, effectiveAt, knownAt);
    }

    /// As [#balances(UUID, LocalDate, Instant)], of some postings alone.
    public List<Balance> balances(UUID fund, Which which, LocalDate effectiveAt, Instant knownAt) {
        return query(
                """
                select p.account, p.line_id, p.partner, p.source,
                       sum(p.amount_pence)::bigint as balance
                from posting p join journal_entry e on e.id = p.entry_id
                where e.fund_id = ? and e.effective_on <= ? and e.recorded_at <= ?%s
                group by p.account, p.line_id, p.partner, p.source
                order by p.account, p.line_id, p.partner, p.source
                """
                        .formatted(which.conditions()),
                select -> {
                    select.setObject(1, fund);
                    select.setObject(2, effectiveAt);
                    select.setObject(3, knownAt.atOffset(ZoneOffset.UTC));
                    int next = 4;
                    for (var value : which.values()) {
                        select.setObject(next++, value);
                    }
                },
                row ->
                        new Balance(
                                Account.valueOf(row.getString("account")),
                                row.getObject("line_id", UUID.class),
                                row.getString("partner"),
                                row.getString("source"),
                                Pence.of(row.getLong("balance"))));
    }

    /// The budget of each line as approved plans posted it, whatever the day and the clock.
    public Map<UUID, Pence> budgetByLine(UUID fund) {
        record Budget(UUID line, Pence amount) {}
        return query(
                        """
                        select p.line_id, sum(p.amount_pence)::bigint as budget
                        from posting p join journal_entry e on e.id = p.entry_id
                        where e.fund_id = ? and p.account = 'BUDGET' and p.line_id is not null
                        group by p.line_id
                        """,
                        select -> select.setObject(1, fund),
                        row ->
                                new Budget(
                                        row.getObject("line_id", UUID.class),
                                        Pence.of(row.getLong("budget"))))
                .stream()
                .collect(Collectors.toMap(Budget::line, Budget::amount));
    }

    private interface Binder {
        void bind(PreparedStatement select) throws SQLException;
    }

    private interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private <T> List<T> query(String sql, Binder parameters, RowReader<T> reader) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(sql)) {
            parameters.bind(select);
            try (var rows = select.executeQuery()) {
                var read = new ArrayList<T>();
                while (rows.next()) {
                    read.add(reader.read(rows));
                }
                return read;
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("The ledger cannot be read", failure);
        }
    }
}
