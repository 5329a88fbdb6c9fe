package locality.platform.eventlog;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Recomputes the whole chain and says what was changed since it was written.
@ApplicationScoped
public class ChainVerifier {

    private static final int MOST_NAMED = 1000;

    private static final String BREAKS =
            """
            select position, event_log_id, event_id, fault from (
              select event_position.position, event_position.event_log_id, event_log.event_id,
                case
                  when event_position.position
                       <> coalesce(lag(event_position.position) over log, 0) + 1
                    then 'MISSING_BEFORE'
                  when event_position.prev_hash
                       <> coalesce(lag(event_position.hash) over log, event_chain_start())
                    then 'UNLINKED'
                  when event_log.id is null then 'EVENT_MISSING'
                  when event_position.hash
                       <> event_hash(event_position.prev_hash, event_position.position,
                                     event_position.positioned_at, event_digest(event_log))
                    then 'ALTERED'
                end as fault
              from event_position
              left join event_log on event_log.id = event_position.event_log_id
              window log as (order by event_position.position)) as link
            where fault is not null
            order by position
            limit %d
            """
                    .formatted(MOST_NAMED);

    private static final String UNPOSITIONED =
            """
            select id, event_id from event_log
            where not exists (select from event_position where event_log_id = event_log.id)
              and not exists (select from event_pending where event_log_id = event_log.id)
            order by id
            limit %d
            """
                    .formatted(MOST_NAMED);

    private static final String TAIL =
            """
            select coalesce((select max(position) from event_position), 0) as last,
                   (select count(*) from event_position) as positions,
                   (select position from relay_cursor) as sent,
                   (select hash from event_position order by position desc limit 1) as hash
            """;

    /// What a verification found.
    ///
    /// @param positions how many positions there are
    /// @param hash the last hash of the chain, to compare with one noted elsewhere
    /// @param firstBroken the first link that does not hold
    /// @param altered every faulty row, the first thousand
    /// @param unpositioned events that neither have a position nor wait for one
    /// @param cutAfter the last position there is, when later ones were already sent
    @Schema(name = "Verification")
    public record Verification(
            boolean intact,
            long positions,
            @Nullable String hash,
            @Nullable Fault firstBroken,
            List<Fault> altered,
            List<String> unpositioned,
            @Nullable Long cutAfter) {}

    /// A row at fault: `ALTERED` its content no longer hashes, `EVENT_MISSING` its event is gone,
    /// `UNLINKED` it does not follow the row before it, `MISSING_BEFORE` the row before it is gone.
    @Schema(name = "ChainFault")
    public record Fault(long position, @Nullable String eventId, String fault) {}

    private final DataSource database;

    ChainVerifier(DataSource database) {
        this.database = database;
    }

    public Verification verify() {
        try (var connection = database.getConnection()) {
            return verify(connection);
        } catch (SQLException failure) {
            throw new IllegalStateException("The event log cannot be read", failure);
        }
    }

    /// The tail is read first, so that what is appended meanwhile does not look like a fault.
    private static Verification verify(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var tail = statement.executeQuery(TAIL)) {
            tail.next();
            long last = tail.getLong("last");
            var cutAfter = tail.getLong("sent") > last ? last : null;
            long positions = tail.getLong("positions");
            var hash = tail.getBytes("hash");
            var faults = read(connection, BREAKS, ChainVerifier::fault);
            var unpositioned = read(connection, UNPOSITIONED, row -> row.getString("event_id"));
            return new Verification(
                    faults.isEmpty() && unpositioned.isEmpty() && cutAfter == null,
                    positions,
                    hash == null ? null : HexFormat.of().formatHex(hash),
                    faults.isEmpty() ? null : faults.getFirst(),
                    faults,
                    unpositioned,
                    cutAfter);
        }
    }

    private static Fault fault(ResultSet row) throws SQLException {
        return new Fault(
                row.getLong("position"), row.getString("event_id"), row.getString("fault"));
    }

    private static <T> List<T> read(Connection connection, String sql, Row<T> reader)
            throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var found = new ArrayList<T>();
            while (rows.next()) {
                found.add(reader.read(rows));
            }
            return found;
        }
    }

    private interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }
}
