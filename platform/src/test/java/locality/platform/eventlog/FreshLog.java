package locality.platform.eventlog;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import locality.platform.event.Event;
import locality.platform.event.EventJson;
import locality.platform.event.GovernanceEvent.DelegationEnded;
import locality.platform.identifier.Ids;
import locality.platform.place.Locality;
import locality.platform.testing.Infrastructure;
import locality.platform.testing.Postgres;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.postgresql.ds.PGSimpleDataSource;

/// An event log in a database of its own, with a topic of its own.
public final class FreshLog {

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final Origin TEST = new Origin("service:test", "a-test", null, null);
    private static final List<String> MIGRATIONS =
            List.of("V20261122_0700__roles_and_event_log.sql", "V20261122_0702__consumer.sql");

    private final String name;

    private FreshLog(String name) {
        this.name = name;
    }

    public static FreshLog create() {
        var log = new FreshLog("log" + COUNT.incrementAndGet());
        Infrastructure.get().postgres().createDatabase(log.name);
        Infrastructure.get().broker().createTopics(List.of(log.topic().name()));
        try (var owner = log.as(Postgres.OWNER);
                var statement = owner.createStatement()) {
            for (var migration : MIGRATIONS) {
                statement.execute(read(migration).replace("${app}", Postgres.APP));
            }
            return log;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    public static Event event(UUID subject, String reason) {
        return new DelegationEnded(subject, reason, Locality.MANCHESTER, LocalDate.of(2014, 4, 1));
    }

    public String service() {
        return name;
    }

    public String topicName() {
        return topic().name();
    }

    Topic topic() {
        return topic(Map.of());
    }

    Topic topic(Map<String, Object> settings) {
        var kafka = new HashMap<String, Object>(settings);
        kafka.put("bootstrap.servers", Infrastructure.get().broker().bootstrapServers());
        return new Topic(name, kafka);
    }

    PGSimpleDataSource database() {
        var database = new PGSimpleDataSource();
        database.setUrl(Infrastructure.get().postgres().url(name));
        database.setUser(Postgres.APP);
        database.setPassword(Postgres.password());
        return database;
    }

    public Relay startRelay() {
        return startRelay(topic());
    }

    Relay startRelay(Topic topic) {
        var relay = new Relay(database(), topic, new Signals());
        relay.start();
        return relay;
    }

    Connection begin() throws SQLException {
        var connection = as(Postgres.APP);
        connection.setAutoCommit(false);
        return connection;
    }

    Connection as(String role) throws SQLException {
        return Infrastructure.get().postgres().as(role, name);
    }

    Connection superuser() throws SQLException {
        return Infrastructure.get().postgres().superuser(name);
    }

    /// Appends events of one subject in a transaction that the caller ends.
    static void append(Connection transaction, UUID subject, String... reasons)
            throws SQLException {
        var entries = new ArrayList<EventLog.Entry>();
        for (var reason : reasons) {
            entries.add(new EventLog.Entry(event(subject, reason), TEST));
        }
        EventRows.insert(transaction, entries, Instant.EPOCH);
    }

    /// Appends so many events of one subject, each in its own transaction.
    public void append(UUID subject, int count) throws SQLException {
        try (var connection = as(Postgres.APP)) {
            for (int i = 0; i < count; i++) {
                append(connection, subject, "event " + i);
            }
        }
    }

    long number(String sql) throws SQLException {
        try (var connection = superuser();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    /// Does what no grant allows.
    void intrude(String sql) throws SQLException {
        try (var connection = superuser();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /// An event as the relay would send it.
    public ProducerRecord<String, byte[]> message(UUID subject, int version, String reason) {
        return message(
                subject, version, Event.typeOf(DelegationEnded.class), json(subject, reason));
    }

    /// What claims to be an event of a type.
    public ProducerRecord<String, byte[]> message(
            UUID subject, int version, String type, String data) {
        return new Envelope(
                        Ids.next().toString(),
                        name,
                        type,
                        "delegation",
                        subject.toString(),
                        version,
                        Locality.MANCHESTER.code(),
                        Instant.EPOCH,
                        LocalDate.EPOCH,
                        Instant.EPOCH.plusSeconds(version),
                        version,
                        "",
                        null,
                        "a-chain",
                        null,
                        null,
                        null,
                        data)
                .toRecord(topicName());
    }

    public static String json(UUID subject, String reason) {
        return EventJson.write(event(subject, reason));
    }

    public Map<String, Object> kafka() {
        return topic().kafka();
    }

    /// Everything committed to the topic, each partition in its order.
    List<Envelope> published() {
        var settings = new HashMap<>(topic().kafka());
        settings.put("isolation.level", "read_committed");
        settings.put("auto.offset.reset", "earliest");
        try (var consumer =
                new KafkaConsumer<>(
                        settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions =
                    IntStream.range(0, 6)
                            .mapToObj(number -> new TopicPartition(topicName(), number))
                            .toList();
            consumer.assign(partitions);
            var ends = consumer.endOffsets(partitions);
            var found = new ArrayList<Envelope>();
            while (partitions.stream()
                    .anyMatch(at -> consumer.position(at) < ends.getOrDefault(at, 0L))) {
                consumer.poll(Duration.ofMillis(100))
                        .forEach(message -> found.add(Envelope.of(message)));
            }
            return found;
        }
    }

    private static String read(String migration) {
        try (var file = FreshLog.class.getResourceAsStream("/db/migration/" + migration)) {
            return new String(file.readAllBytes(), UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
