package locality.budget.ledger;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Who is recording entries of a fund at the moment, and since when. Whoever records shows it to
/// all replicas by a lock that names the fund and the moment; it is shared, so nobody waits for it,
/// and it is gone when the entries are committed.
@ApplicationScoped
class Recordings {

    /// A second in all, ever more seldom: each look takes all partitions of the server's locks.
    private static final List<Duration> BETWEEN_LOOKS =
            Stream.of(10, 20, 40, 80, 160, 320, 370).map(Duration::ofMillis).toList();

    /// A moment in a lock is its last 32 bits in microseconds: which moment is meant is known of
    /// those half an hour ago or less.
    private static final Duration LONGEST = Duration.ofMinutes(30);

    private static final String BEGIN =
            """
            with begun as materialized (
              select clock_timestamp() as time
            ), shown as materialized (
              select pg_advisory_xact_lock_shared(hashtext(?), %1$s) from begun
            ), recorded as materialized (
              select clock_timestamp() as time from shown
            )
            select time, pg_advisory_xact_lock_shared(hashtext(?), %1$s) from recorded
            """
                    .formatted("(extract(epoch from time) * 1000000)::bigint::bit(32)::int");

    private static final String OLDEST =
            """
            select max(age) as microseconds from (
              select min((? - objid::bigint)::bit(32)::int) as age from pg_locks
              where locktype = 'advisory' and objsubid = 2
                and database = (select oid from pg_database where datname = current_database())
                and classid::bigint::bit(32)::int = hashtext(?)
              group by pid
            ) as recording
            """;

    private final AgroalDataSource database;
    private final TransactionSynchronizationRegistry transaction;

    Recordings(
            AgroalDataSource database,
            TransactionSynchronizationRegistry transaction,
            @ConfigProperty(name = "budget.ledger.import-seconds") long longestTransaction) {
        if (longestTransaction > LONGEST.toSeconds()) {
            throw new IllegalArgumentException(
                    "budget.ledger.import-seconds is %d, which is more than %d"
                            .formatted(longestTransaction, LONGEST.toSeconds()));
        }
        this.database = database;
        this.transaction = transaction;
    }

    private record Ledger(UUID fund) {}

    /// When an entry is recorded: a moment at which this transaction shows already that it records.
    /// It is shown from a moment before until one after, of which the second is the first time that
    /// anything is recorded at.
    Instant begin(UUID fund) {
        var ledger = new Ledger(fund);
        if (transaction.getResource(ledger) != null) {
            return now();
        }
        transaction.putResource(ledger, ledger);
        return ask(BEGIN, Recordings::time, fund.toString(), fund.toString());
    }

    /// The last moment, no later than the one asked for, whose answer is settled. Recordings that
    /// end within a second are waited for; else it is the moment before the first of them began.
    /// They are looked at again and again: to wait for their locks would hold a connection of the
    /// pool for as long. A moment longer ago than any recording lasts is settled as it is.
    Instant settled(UUID fund, Instant asked) {
        var now = now();
        if (asked.isBefore(now.minus(LONGEST))) {
            return asked;
        }
        var wanted = asked.isBefore(now) ? asked : now.minus(1, ChronoUnit.MICROS);
        var settled = settledBy(now, fund);
        for (var pause : BETWEEN_LOOKS) {
            if (!settled.isBefore(wanted) || Thread.currentThread().isInterrupted()) {
                break;
            }
            LockSupport.parkNanos(pause.toNanos());
            settled = settledBy(now(), fund);
        }
        return settled.isBefore(wanted) ? settled : wanted;
    }

    /// The clock is read before it is looked who records: whoever is not seen has committed, or
    /// records later.
    private Instant settledBy(Instant now, UUID fund) {
        long age =
                ask(
                        OLDEST,
                        row -> row.getLong("microseconds"),
                        ChronoUnit.MICROS.between(Instant.EPOCH, now),
                        fund.toString());
        return now.minus(Math.max(age, 0) + 1, ChronoUnit.MICROS);
    }

    /// The clock by which everything is recorded.
    Instant now() {
        return ask("select clock_timestamp() as time", Recordings::time);
    }

    private static Instant time(ResultSet row) throws SQLException {
        return row.getObject("time", OffsetDateTime.class).toInstant();
    }

    private interface Column<T> {
        T of(ResultSet row) throws SQLException;
    }

    private <T> T ask(String question, Column<T> answer, Object... parameters) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(question)) {
            return ask(select, answer, parameters);
        } catch (SQLException failure) {
            throw new IllegalStateException("The ledger's clock cannot be read", failure);
        }
    }

    private static <T> T ask(PreparedStatement select, Column<T> answer, Object... parameters)
            throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            select.setObject(i + 1, parameters[i]);
        }
        try (var rows = select.executeQuery()) {
            rows.next();
            return answer.of(rows);
        }
    }
}
