package locality.platform.eventlog;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import locality.platform.event.Event;
import locality.platform.event.EventJson;
import locality.platform.event.PublishedEvent;
import locality.platform.eventlog.EventLog.Entry;
import locality.platform.identifier.Ids;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;

/// Writes rows of the log: any number of events, each numbered within its subject, and that they
/// wait for a position, in one statement.
final class EventRows {

    private static final String COUNTED = "event_log_counts_each_subject_without_gaps";
    private static final String INSERT =
            """
            with given as (
              select * from unnest(?::uuid[], ?::text[], ?::boolean[], ?::text[], ?::text[], ?::text[],
                                   ?::timestamptz[], ?::date[], ?::text[], ?::text[], ?::text[],
                                   ?::text[], ?::text[], ?::json[]) with ordinality
                as event (event_id, type, published, subject_type, subject_id, locality, occurred_at,
                          effective_on, actor, correlation_id, causation_id, traceparent, dataschema,
                          data, place)
            ), appended as (
              insert into event_log (event_id, type, published, subject_type, subject_id,
                  subject_version, locality, occurred_at, effective_on, actor, correlation_id,
                  causation_id, traceparent, dataschema, data)
              select event_id, type, published, subject_type, subject_id,
                  coalesce((select max(before.subject_version) from event_log before
                            where before.subject_type = given.subject_type
                              and before.subject_id = given.subject_id), 0)
                    + row_number() over (partition by subject_type, subject_id order by place),
                  locality, occurred_at, effective_on, actor, correlation_id,
                  causation_id, traceparent, dataschema, data
              from given order by place
              returning id
            )
            insert into event_pending (event_log_id) select id from appended
            """;

    private EventRows() {}

    /// @throws EventTooLarge if one of them is larger than the topic takes
    static void insert(Connection connection, List<Entry> entries, Instant now)
            throws SQLException {
        try (var insert = connection.prepareStatement(INSERT)) {
            fill(connection, insert, entries, now);
            insert.executeUpdate();
        }
    }

    /// Whether the failure means that another transaction took the subject's next version.
    static boolean isTaken(SQLException failure) {
        return failure instanceof PSQLException refused
                && refused.getServerErrorMessage() != null
                && COUNTED.equals(refused.getServerErrorMessage().getConstraint());
    }

    private static void fill(
            Connection connection, PreparedStatement insert, List<Entry> entries, Instant now)
            throws SQLException {
        var columns =
                List.of(
                        column("uuid", entry -> Ids.next()),
                        column("text", entry -> Event.typeOf(entry.event().getClass())),
                        column("bool", entry -> entry.event() instanceof PublishedEvent),
                        column("text", entry -> entry.event().subjectType()),
                        column("text", entry -> entry.event().subjectId()),
                        column("text", entry -> entry.event().locality().code()),
                        column("timestamptz", entry -> utc(now)),
                        column("date", entry -> entry.event().effectiveOn()),
                        column("text", entry -> entry.origin().actor()),
                        column("text", entry -> entry.origin().correlationId()),
                        column("text", entry -> entry.origin().causationId()),
                        column("text", entry -> entry.origin().traceparent()),
                        column("text", entry -> Envelope.schemaOf(entry.event())),
                        column("text", entry -> json(entry.event())));
        for (int i = 0; i < columns.size(); i++) {
            var column = columns.get(i);
            var values = entries.stream().map(column.value()).toArray();
            insert.setArray(i + 1, connection.createArrayOf(column.type(), values));
        }
    }

    private static String json(Event event) {
        var json = EventJson.write(event);
        int bytes = json.getBytes(UTF_8).length;
        if (bytes > EventTooLarge.LARGEST) {
            throw new EventTooLarge(Event.typeOf(event.getClass()), bytes);
        }
        return json;
    }

    private record Column(String type, Function<Entry, @Nullable Object> value) {}

    private static Column column(String type, Function<Entry, @Nullable Object> value) {
        return new Column(type, value);
    }

    private static Object utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
