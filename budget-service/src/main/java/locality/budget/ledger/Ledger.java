package locality.budget.ledger;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
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

    private final Journal journal;
    private final EventLog eventLog;
    private final AgroalDataSource database;
    private final Clock clock;

    Ledger(Journal journal, EventLog eventLog, AgroalDataSource database, Clock clock) {
        this.journal = journal;
        this.eventLog = eventLog;
        this.database = database;
        this.clock = clock;
    }

    /// An entry as it stands in the journal.
    ///
    /// @param number counts entries as they come; a rolled back entry leaves a gap
    public record Posted(Entry entry, long number, String digest) {
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
        var digest = entry.digest();
        var posted = new Posted(entry, journal.append(List.of(entry)).getFirst(), digest);
        eventLog.append(entry.posted(posted.reference(), digest));
        return posted;
    }

    /// Posts an entry and lets the lines it spends on answer whether they have so much.
    ///
    /// @param locked the lines it names, locked
    Posted postAndSpend(Entry entry, List<BudgetLine> locked) {
        var spend = entry.spendByLine();
        for (var line : locked) {
            line.spend(spend.getOrDefault(line.id(), Pence.ZERO));
        }
        return post(entry);
    }

    /// When an entry of this fund is recorded. Whoever asks holds a shared lock until the entry is
    /// committed, so that [#settled] can wait for it.
    public Instant recordingTime(UUID fund) {
        lock("pg_advisory_xact_lock_shared", fund);
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
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

    /// The last moment whose answer is settled: entries recorded by then are committed, for any
    /// that was not is waited for here, and whatever is recorded from now on is recorded later. It
    /// is asked outside a transaction, where the lock is given back as soon as it is granted.
    Instant settled(UUID fund) {
        var moment = clock.instant().truncatedTo(ChronoUnit.MICROS).minus(1, ChronoUnit.MICROS);
        lock("pg_advisory_xact_lock", fund);
        return moment;
    }

    /// @param effectiveAt what is true by the end of this day
    /// @param knownAt as far as was recorded by this moment; the answer stays the same for ever if
    ///   it is no later than [#settled]
    public List<Balance> balances(UUID fund, LocalDate effectiveAt, Instant knownAt) {
        return query(
                """
                select p.account, p.line_id, p.partner, p.source,
                       sum(p.amount_pence)::bigint as balance
                from posting p join journal_entry e on e.id = p.entry_id
                where e.fund_id = ? and e.effective_on <= ? and e.recorded_at <= ?
                group by p.account, p.line_id, p.partner, p.source
                order by p.account, p.line_id, p.partner, p.source
                """,
                select -> {
                    select.setObject(1, fund);
                    select.setObject(2, effectiveAt);
                    select.setObject(3, knownAt.atOffset(ZoneOffset.UTC));
                },
                row ->
                        new Balance(
                                Account.valueOf(row.getString("account")),
                                row.getObject("line_id", UUID.class),
                                row.getString("partner"),
                                row.getString("source"),
                                Pence.of(row.getLong("balance"))));
    }

    /// What was moved so far under a decision cited for it, less what was taken back.
    Pence debitsUnder(UUID decision) {
        return query(
                        """
                        select coalesce(sum(case when e.reverses is null then p.amount_pence
                                                 else -p.amount_pence end), 0)::bigint as debits
                        from journal_entry e join posting p on p.entry_id = e.id
                        where e.authority_kind = 'DECISION' and e.authority_id = ?
                          and e.commitment_id is null and p.amount_pence > 0
                        """,
                        select -> select.setObject(1, decision),
                        row -> Pence.of(row.getLong("debits")))
                .getFirst();
    }

    private void lock(String kind, UUID fund) {
        query(
                "select %s(hashtextextended('ledger ' || ?, 0))::text".formatted(kind),
                select -> select.setString(1, fund.toString()),
                row -> fund);
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
