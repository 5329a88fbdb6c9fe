package locality.platform.eventlog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/// The order of the log, in the hands of the one relay that leads.
///
/// Every statement runs on the connection that holds the leader's lock: whoever loses the
/// connection can give no position any more. The methods exclude each other, because the relay's
/// two threads share it.
final class Positions implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Positions.class);

    /// "relay" in ASCII; the lock is the database's own, so every service can use the same.
    private static final long LEADER = 0x72656c6179L;

    /// Stands in the statement itself, so that the planner knows how little it has to join.
    static final int BATCH = 1000;

    private static final String DRAIN =
            """
            with taken as (
              delete from event_pending
              where event_log_id in (
                select event_log_id from event_pending order by event_log_id limit %d)
              returning event_log_id
            ), last as (
              select position, hash, positioned_at from event_position
              order by position desc limit 1
            ), start as (
              select coalesce((select position from last), 0) as position,
                     coalesce((select hash from last), event_chain_start()) as hash,
                     greatest(clock_timestamp(),
                              (select positioned_at from last) + interval '1 microsecond') as now
            ), placed as (
              select event_log.id,
                     start.position + row_number() over (order by event_log.id) as position,
                     start.now, start.hash as seed, event_digest(event_log) as digest
              from taken join event_log on event_log.id = taken.event_log_id cross join start
            ), chained as (
              select id, position, now, seed,
                     event_chain(seed, position, now, digest) over (order by position) as hash
              from placed
            )
            insert into event_position (position, event_log_id, positioned_at, prev_hash, hash)
            select position, id, now, coalesce(lag(hash) over (order by position), seed), hash
            from chained
            """
                    .formatted(BATCH);

    private final Connection connection;

    private Positions(Connection connection) {
        this.connection = connection;
    }

    /// Empty while another relay leads.
    static Optional<Positions> lead(DataSource database) throws SQLException {
        var connection = database.getConnection();
        try {
            var positions = new Positions(connection);
            if (positions.single("select pg_try_advisory_lock(?)::int", LEADER) == 1) {
                return Optional.of(positions);
            }
            connection.close();
            return Optional.empty();
        } catch (SQLException failure) {
            connection.close();
            throw failure;
        }
    }

    /// Gives positions to the next committed events, at most a batch, in one statement: what was
    /// deleted from the pending ones is exactly what gets a position, whatever commits meanwhile.
    ///
    /// @return how many
    synchronized int drain() throws SQLException {
        try (var drain = connection.prepareStatement(DRAIN)) {
            return drain.executeUpdate();
        }
    }

    /// The events after a position, in order; fewer than `atMost` when they are large.
    synchronized List<Envelope> after(long position, int atMost, String source)
            throws SQLException {
        try (var select = connection.prepareStatement(Envelope.page("position > ?"))) {
            select.setLong(1, position);
            select.setInt(2, atMost);
            var found = new ArrayList<Envelope>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    found.add(Envelope.of(rows, source, false));
                }
            }
            return found;
        }
    }

    /// The last position given, 0 when there is none.
    synchronized long last() throws SQLException {
        return single(
                "select coalesce(max(position), 0) from event_position where position > ?", 0);
    }

    /// The hash at a position, empty when the log does not reach so far.
    synchronized Optional<String> hashAt(long position) throws SQLException {
        try (var select = prepare("select hash from event_position where position = ?", position);
                var row = select.executeQuery()) {
            return row.next()
                    ? Optional.of(HexFormat.of().formatHex(row.getBytes(1)))
                    : Optional.empty();
        }
    }

    /// Notes that everything up to this position is on the topic.
    synchronized void moveCursor(long position) throws SQLException {
        try (var update = prepare("update relay_cursor set position = ?", position)) {
            update.executeUpdate();
        }
    }

    /// Gives up the lead. The connection goes back to its pool, so the lock must go first.
    @Override
    public synchronized void close() throws SQLException {
        try (connection) {
            single("select pg_advisory_unlock(?)::int", LEADER);
        } catch (SQLException lost) {
            LOG.debug("The leader's connection was lost, and the lock with it", lost);
        }
    }

    private PreparedStatement prepare(String sql, long value) throws SQLException {
        var statement = connection.prepareStatement(sql);
        statement.setLong(1, value);
        return statement;
    }

    private long single(String sql, long value) throws SQLException {
        try (var select = prepare(sql, value);
                var row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }
}
