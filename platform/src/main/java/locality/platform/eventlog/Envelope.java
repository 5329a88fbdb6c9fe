package locality.platform.eventlog;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import locality.platform.event.Event;
import locality.platform.event.PublishedEvent;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/// An event with its place in the log, as CloudEvents 1.0 writes it: binary mode on Kafka, JSON in
/// the feed. The headers are written here and not by the CloudEvents SDK, which needs as many lines
/// to be told of our extensions, and two more libraries.
///
/// @param recordedAt when the log gave it its position
/// @param position counts the events of its source: 1, 2, 3 without gaps
/// @param chainHash the log's hash up to and with this event, in hexadecimal
/// @param dataschema null for internal events
/// @param actor told to auditors only
/// @param data the event's JSON, as it was written
public record Envelope(
        String eventId,
        String source,
        String type,
        String subjectType,
        String subjectId,
        int subjectVersion,
        String locality,
        Instant occurredAt,
        LocalDate effectiveOn,
        Instant recordedAt,
        long position,
        String chainHash,
        @Nullable String dataschema,
        String correlationId,
        @Nullable String causationId,
        @Nullable String traceparent,
        @Nullable String actor,
        String data) {

    private static final int LARGEST_PAGE = 4 * 1024 * 1024;
    private static final String SELECT =
            """
            select position, positioned_at, hash, event_id, type, published, subject_type, subject_id,
                   subject_version, locality, occurred_at, effective_on, actor, correlation_id,
                   causation_id, traceparent, dataschema, data::text as data
            from event_position join event_log on event_log.id = event_position.event_log_id
            """;
    private static final String PREFIX = "ce_";
    private static final String CONTENT_TYPE = "content-type";
    private static final String JSON = "application/json";

    /// Selects events in the order of the log, at most so many as its last parameter says; and none
    /// after those that fill 4 MB, but at least one: so a page has its place in memory.
    ///
    /// @param condition which events, in SQL over `event_position` and `event_log`
    static String page(String condition) {
        return """
        select * from (
          select page.*, sum(octet_length(data)) over (
                   order by position rows between unbounded preceding and 1 preceding) as bytes_before
          from (%s where %s order by position limit ?) as page) as measured
        where coalesce(bytes_before, 0) < %d
        order by position
        """
                .formatted(SELECT, condition, LARGEST_PAGE);
    }

    static @Nullable String schemaOf(Event event) {
        return event instanceof PublishedEvent
                ? "urn:locality:schema:" + Event.typeOf(event.getClass())
                : null;
    }

    static Envelope of(ResultSet row, String source, boolean withActor) throws SQLException {
        return new Envelope(
                row.getString("event_id"),
                source,
                row.getString("type"),
                row.getString("subject_type"),
                row.getString("subject_id"),
                row.getInt("subject_version"),
                row.getString("locality"),
                row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                row.getObject("effective_on", LocalDate.class),
                row.getObject("positioned_at", OffsetDateTime.class).toInstant(),
                row.getLong("position"),
                HexFormat.of().formatHex(row.getBytes("hash")),
                row.getString("dataschema"),
                row.getString("correlation_id"),
                row.getString("causation_id"),
                row.getString("traceparent"),
                withActor ? row.getString("actor") : null,
                row.getString("data"));
    }

    /// @throws IllegalArgumentException if the record is not one of the suite's events
    public static Envelope of(ConsumerRecord<String, byte[]> message) {
        return of(headers(message.headers()), new String(message.value(), UTF_8));
    }

    /// @throws IllegalArgumentException if the headers are not those of one of the suite's events,
    ///   or hold what no database keeps: NUL, or a year outside 1 to 9999
    public static Envelope of(Map<String, String> headers, String data) {
        refuseNul(headers);
        try {
            return new Envelope(
                    required(headers, "id"),
                    required(headers, "source"),
                    required(headers, "type"),
                    required(headers, "subjecttype"),
                    required(headers, "subject"),
                    Integer.parseInt(required(headers, "subjectversion")),
                    required(headers, "locality"),
                    moment(headers, "time"),
                    date(headers, "effectiveon"),
                    moment(headers, "recordedat"),
                    Long.parseLong(required(headers, "sequence")),
                    required(headers, "chainhash"),
                    headers.get(PREFIX + "dataschema"),
                    required(headers, "correlationid"),
                    headers.get(PREFIX + "causationid"),
                    headers.get(PREFIX + "traceparent"),
                    null,
                    data);
        } catch (java.time.DateTimeException wrong) {
            throw new IllegalArgumentException(wrong.getMessage(), wrong);
        }
    }

    /// A Kafka record's headers as text, the last of each name.
    public static Map<String, String> headers(Headers headers) {
        var texts = new LinkedHashMap<String, String>();
        headers.forEach(
                header -> {
                    if (header.value() != null) {
                        texts.put(header.key(), new String(header.value(), UTF_8));
                    }
                });
        return texts;
    }

    /// The Kafka record of this event: its subject is the key, its attributes are headers.
    public ProducerRecord<String, byte[]> toRecord(String topic) {
        var message = new ProducerRecord<>(topic, subjectId, data.getBytes(UTF_8));
        message.headers().add(CONTENT_TYPE, JSON.getBytes(UTF_8));
        attributes()
                .forEach(
                        (name, value) ->
                                message.headers()
                                        .add(PREFIX + name, value.toString().getBytes(UTF_8)));
        return message;
    }

    void writeTo(JsonGenerator json) throws IOException {
        json.writeStartObject();
        for (var attribute : attributes().entrySet()) {
            json.writePOJOField(attribute.getKey(), attribute.getValue());
        }
        json.writeStringField("datacontenttype", JSON);
        json.writeFieldName("data");
        json.writeRawValue(data);
        json.writeEndObject();
    }

    private Map<String, Object> attributes() {
        var attributes = new LinkedHashMap<String, @Nullable Object>();
        attributes.put("specversion", "1.0");
        attributes.put("id", eventId);
        attributes.put("source", source);
        attributes.put("type", type);
        attributes.put("subject", subjectId);
        attributes.put("time", occurredAt.toString());
        attributes.put("dataschema", dataschema);
        attributes.put("subjecttype", subjectType);
        attributes.put("subjectversion", subjectVersion);
        attributes.put("locality", locality);
        attributes.put("effectiveon", effectiveOn.toString());
        attributes.put("recordedat", recordedAt.toString());
        attributes.put("sequence", "%019d".formatted(position));
        attributes.put("chainhash", chainHash);
        attributes.put("partitionkey", subjectId);
        attributes.put("correlationid", correlationId);
        attributes.put("causationid", causationId);
        attributes.put("traceparent", traceparent);
        attributes.put("actor", actor);
        attributes.values().removeIf(Objects::isNull);
        return attributes;
    }

    private static void refuseNul(Map<String, String> headers) {
        headers.forEach(
                (name, value) -> {
                    if (value.indexOf('\0') >= 0) {
                        throw new IllegalArgumentException(
                                "The header %s contains NUL".formatted(name));
                    }
                });
    }

    private static Instant moment(Map<String, String> headers, String name) {
        var moment = Instant.parse(required(headers, name));
        requireYear(name, moment.atOffset(ZoneOffset.UTC).getYear());
        return moment;
    }

    private static LocalDate date(Map<String, String> headers, String name) {
        var date = LocalDate.parse(required(headers, name));
        requireYear(name, date.getYear());
        return date;
    }

    private static void requireYear(String name, int year) {
        if (year < 1 || year > 9999) {
            throw new IllegalArgumentException(
                    "The header %s%s is of the year %d".formatted(PREFIX, name, year));
        }
    }

    private static String required(Map<String, String> headers, String name) {
        var value = headers.get(PREFIX + name);
        if (value == null) {
            throw new IllegalArgumentException(
                    "The header %s%s is missing".formatted(PREFIX, name));
        }
        return value;
    }
}
