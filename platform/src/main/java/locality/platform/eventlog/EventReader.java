package locality.platform.eventlog;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import javax.sql.DataSource;
import locality.platform.caller.Caller;
import locality.platform.caller.Roles;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Reads the log in its order, by position and never by id: an id may become visible after a
/// greater one did.
@ApplicationScoped
public class EventReader {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(250);

    private final DataSource database;
    private final Signals signals;
    private final String service;

    EventReader(
            DataSource database,
            Signals signals,
            @ConfigProperty(name = "suite.service") String service) {
        this.database = database;
        this.signals = signals;
        this.service = service;
    }

    /// Where an event stands; empty when there is none by that id that the caller may see.
    OptionalLong positionOf(UUID eventId, Caller caller) {
        try (var connection = database.getConnection();
                var select =
                        connection.prepareStatement(
                                """
                                select position
                                from event_position
                                join event_log on event_log.id = event_position.event_log_id
                                where event_id = ? and locality = any(?)
                                """)) {
            select.setObject(1, eventId);
            select.setArray(2, connection.createArrayOf("text", caller.readableCodes()));
            try (var row = select.executeQuery()) {
                return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
            }
        } catch (SQLException failure) {
            throw new LogUnreadable(failure);
        }
    }

    /// The caller's events after a position, fewer than `limit` when they are large. When there are
    /// none yet, waits for some, holding no connection meanwhile.
    List<Envelope> after(long position, int limit, Duration patience, Caller caller)
            throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        long from = position;
        while (true) {
            long seen = signals.positioned.count();
            long last = last();
            var found = between(from, last, limit, caller);
            if (!found.isEmpty() || System.nanoTime() >= deadline) {
                return found;
            }
            from = Math.max(from, last);
            signals.positioned.await(seen, LOOK_AGAIN);
        }
    }

    private long last() {
        try (var connection = database.getConnection();
                var select =
                        connection.prepareStatement(
                                "select coalesce(max(position), 0) from event_position");
                var row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        } catch (SQLException failure) {
            throw new LogUnreadable(failure);
        }
    }

    private List<Envelope> between(long after, long to, int limit, Caller caller) {
        if (after >= to) {
            return List.of();
        }
        var audits = caller.roles().contains(Roles.AUDITOR);
        try (var connection = database.getConnection();
                var select =
                        connection.prepareStatement(
                                Envelope.page(
                                        """
                                        position > ? and position <= ?
                                          and locality = any(?) and (published or ?)
                                        """))) {
            select.setLong(1, after);
            select.setLong(2, to);
            select.setArray(3, connection.createArrayOf("text", caller.readableCodes()));
            select.setBoolean(4, audits);
            select.setInt(5, limit);
            try (var rows = select.executeQuery()) {
                var found = new ArrayList<Envelope>();
                while (rows.next()) {
                    found.add(Envelope.of(rows, service, audits));
                }
                return found;
            }
        } catch (SQLException failure) {
            throw new LogUnreadable(failure);
        }
    }

    private static final class LogUnreadable extends RuntimeException {
        LogUnreadable(SQLException cause) {
            super("The event log cannot be read", cause);
        }
    }
}
