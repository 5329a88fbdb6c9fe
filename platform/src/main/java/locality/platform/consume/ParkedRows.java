package locality.platform.consume;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import locality.platform.caller.Caller;
import locality.platform.eventlog.Envelope;
import locality.platform.identifier.Ids;

/// The table of parked events, within one transaction.
record ParkedRows(Connection connection) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String UNKNOWN = "unknown";

    /// A message that could not be applied, kept whole.
    record Parked(
            UUID id,
            String consumer,
            String source,
            String subjectType,
            String subjectId,
            int subjectVersion,
            String type,
            String reason,
            Instant parkedAt,
            Message message) {}

    void park(String consumer, Message message, Optional<Envelope> envelope, String reason)
            throws SQLException {
        try (var insert =
                connection.prepareStatement(
                        """
                        insert into parked_event (id, consumer, topic, partition, record_offset, source,
                          subject_type, subject_id, subject_version, type, headers, data, reason,
                          parked_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::json, ?, ?, clock_timestamp())
                        on conflict on constraint parked_event_is_parked_once do nothing
                        """)) {
            insert.setObject(1, Ids.next());
            insert.setString(2, consumer);
            insert.setString(3, message.topic());
            insert.setInt(4, message.partition());
            insert.setLong(5, message.offset());
            insert.setString(6, envelope.map(Envelope::source).orElse(UNKNOWN));
            insert.setString(7, envelope.map(Envelope::subjectType).orElse(UNKNOWN));
            insert.setString(8, envelope.map(Envelope::subjectId).orElse(UNKNOWN));
            insert.setInt(9, envelope.map(Envelope::subjectVersion).orElse(0));
            insert.setString(10, envelope.map(Envelope::type).orElse(UNKNOWN));
            insert.setString(11, write(message.headers()));
            insert.setString(12, withoutNul(message.data()));
            insert.setString(13, withoutNul(reason));
            insert.executeUpdate();
        }
    }

    /// Those parked that a caller may read, the earliest first. What is no event of the suite
    /// belongs to no locality: only who sees every place is shown it.
    List<Parked> list(Caller caller, UUID after, int limit) throws SQLException {
        try (var select =
                connection.prepareStatement(
                        """
                        select * from parked_event
                        where id > ? and (? or headers ->> 'ce_locality' = any(?))
                        order by id limit ?
                        """)) {
            select.setObject(1, after);
            select.setBoolean(2, caller.seesEveryPlace());
            select.setArray(3, connection.createArrayOf("text", caller.readableCodes()));
            select.setInt(4, limit);
            return read(select);
        }
    }

    /// One that a caller may act on.
    Optional<Parked> find(Caller caller, UUID id) throws SQLException {
        try (var select =
                connection.prepareStatement(
                        """
                        select * from parked_event
                        where id = ? and (? or headers ->> 'ce_locality' = any(?))
                        """)) {
            select.setObject(1, id);
            select.setBoolean(2, caller.seesEveryPlace());
            select.setArray(3, connection.createArrayOf("text", caller.localityCodes()));
            return read(select).stream().findFirst();
        }
    }

    Optional<Parked> firstOfSubject(Parked one) throws SQLException {
        try (var select = ofSubject("select *", one, "order by subject_version limit 1")) {
            return read(select).stream().findFirst();
        }
    }

    int countOfSubject(Parked one) throws SQLException {
        try (var select = ofSubject("select count(*)", one, "");
                var row = select.executeQuery()) {
            row.next();
            return row.getInt(1);
        }
    }

    void remove(UUID id) throws SQLException {
        try (var delete = connection.prepareStatement("delete from parked_event where id = ?")) {
            delete.setObject(1, id);
            delete.executeUpdate();
        }
    }

    private PreparedStatement ofSubject(String select, Parked one, String order)
            throws SQLException {
        var statement =
                connection.prepareStatement(
                        """
                        %s from parked_event
                        where consumer = ? and source = ? and subject_type = ? and subject_id = ? %s
                        """
                                .formatted(select, order));
        statement.setString(1, one.consumer());
        statement.setString(2, one.source());
        statement.setString(3, one.subjectType());
        statement.setString(4, one.subjectId());
        return statement;
    }

    private static List<Parked> read(PreparedStatement select) throws SQLException {
        try (var rows = select.executeQuery()) {
            var found = new ArrayList<Parked>();
            while (rows.next()) {
                found.add(parked(rows));
            }
            return found;
        }
    }

    private static Parked parked(ResultSet row) throws SQLException {
        return new Parked(
                row.getObject("id", UUID.class),
                row.getString("consumer"),
                row.getString("source"),
                row.getString("subject_type"),
                row.getString("subject_id"),
                row.getInt("subject_version"),
                row.getString("type"),
                row.getString("reason"),
                row.getObject("parked_at", OffsetDateTime.class).toInstant(),
                new Message(
                        row.getString("topic"),
                        row.getInt("partition"),
                        row.getLong("record_offset"),
                        readHeaders(row.getString("headers")),
                        row.getString("data")));
    }

    private static String withoutNul(String text) {
        return text.replace('\0', '\uFFFD');
    }

    private static String write(Map<String, String> headers) {
        var kept = new LinkedHashMap<String, String>();
        headers.forEach((name, value) -> kept.put(withoutNul(name), withoutNul(value)));
        try {
            return JSON.writeValueAsString(kept);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Map<String, String> readHeaders(String json) {
        try {
            return JSON.readValue(json, new TypeReference<>() {});
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
