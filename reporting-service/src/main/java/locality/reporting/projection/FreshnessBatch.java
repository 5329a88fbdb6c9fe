package locality.reporting.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.TreeMap;
import locality.platform.consume.Delivery;

/// How far each locality has been told by each topic. Written last and in order of its key, so that
/// two consumers wait for each other and never deadlock.
final class FreshnessBatch {

    /// Read models that were emptied are another generation as soon as they are filled again.
    private static final String BEGIN_GENERATION =
            "insert into read_model.generation default values on conflict do nothing";

    private final Instant appliedAt;
    private final TreeMap<String, Reading> readings = new TreeMap<>();

    private record Reading(
            String locality, String topic, long events, long position, Instant recordedAt) {

        Reading and(Reading other) {
            var last = other.position > position ? other : this;
            return new Reading(
                    locality, topic, events + other.events, last.position, last.recordedAt);
        }
    }

    FreshnessBatch(Instant appliedAt) {
        this.appliedAt = appliedAt;
    }

    void take(Delivery delivery) {
        var locality = delivery.event().locality().code();
        readings.merge(
                locality + delivery.topic(),
                new Reading(
                        locality, delivery.topic(), 1, delivery.position(), delivery.recordedAt()),
                Reading::and);
    }

    void write(Connection connection) throws SQLException {
        try (var begin = connection.prepareStatement(BEGIN_GENERATION)) {
            begin.executeUpdate();
        }
        Collection<Reading> ordered = readings.values();
        Rows.of(ordered)
                .text(Reading::locality)
                .text(Reading::topic)
                .number(Reading::events)
                .number(Reading::position)
                .instant(Reading::recordedAt)
                .instant(reading -> appliedAt)
                .write(
                        connection,
                        """
                        insert into read_model.freshness as kept
                          (locality, topic, events, position, recorded_at, applied_at)
                        select * from unnest(?, ?, ?, ?, ?, ?)
                        on conflict (locality, topic) do update set
                          events = kept.events + excluded.events,
                          position = greatest(kept.position, excluded.position),
                          recorded_at = greatest(kept.recorded_at, excluded.recorded_at),
                          applied_at = excluded.applied_at
                        """);
    }
}
