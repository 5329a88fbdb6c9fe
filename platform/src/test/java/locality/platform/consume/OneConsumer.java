package locality.platform.consume;

import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import locality.platform.caller.Caller;
import locality.platform.eventlog.FreshLog;
import locality.platform.place.Locality;
import locality.platform.testing.Infrastructure;
import locality.platform.testing.Postgres;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.BeforeEach;

/// A sender with a topic of its own for each test, a consumer of that topic, and what came of it.
abstract class OneConsumer {

    static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Caller OPERATOR =
            new Caller("GMCA", "an-operator", Set.of("platform"), EnumSet.allOf(Locality.class));

    @Inject AgroalDataSource database;

    FreshLog sender;
    Recorder consumer;

    @BeforeEach
    void aSenderAndAConsumer() throws SQLException {
        sender = FreshLog.create();
        consumer = new Recorder(sender.service(), sender.topicName(), database);
        try (var owner = Infrastructure.get().postgres().as(Postgres.OWNER, "suite");
                var statement = owner.createStatement()) {
            statement.execute(
                    "create table if not exists effect"
                            + " (consumer text, subject uuid, version int, reason text,"
                            + " place bigint generated always as identity)");
        }
    }

    ConsumerLoop start() {
        return start(new Inbox(consumer, database));
    }

    ConsumerLoop start(Inbox inbox) {
        var loop = new ConsumerLoop(inbox, sender.kafka());
        loop.start();
        return loop;
    }

    @SafeVarargs
    final void send(ProducerRecord<String, byte[]>... messages) throws Exception {
        try (var producer =
                new KafkaProducer<>(
                        sender.kafka(), new StringSerializer(), new ByteArraySerializer())) {
            for (var message : messages) {
                producer.send(message).get();
            }
        }
    }

    /// Messages as a consumer gets them, without a broker between.
    @SafeVarargs
    static List<ConsumerRecord<String, byte[]>> received(
            ProducerRecord<String, byte[]>... messages) {
        var records = new ArrayList<ConsumerRecord<String, byte[]>>();
        for (var message : messages) {
            records.add(
                    new ConsumerRecord<>(
                            message.topic(),
                            0,
                            records.size(),
                            0,
                            TimestampType.CREATE_TIME,
                            0,
                            0,
                            message.key(),
                            message.value(),
                            new RecordHeaders(message.headers()),
                            java.util.Optional.empty()));
        }
        return records;
    }

    /// Waits until so many records, of all partitions together, are behind the consumer.
    void awaitRead(int records) {
        await().atMost(PATIENCE)
                .until(
                        () ->
                                texts(
                                                "select coalesce(sum(next_offset), 0) from"
                                                        + " consumer_offset where consumer = '%s'"
                                                                .formatted(consumer.name()))
                                        .equals(List.of(String.valueOf(records))));
    }

    void awaitEffects(UUID subject, String... reasons) {
        await().atMost(PATIENCE).until(() -> effects(subject).equals(List.of(reasons)));
    }

    List<String> effects(UUID subject) throws SQLException {
        return texts(
                "select reason from effect where consumer = '%s' and subject = '%s' order by place"
                        .formatted(consumer.name(), subject));
    }

    List<ParkedRows.Parked> parked() throws SQLException {
        try (var connection = database.getConnection()) {
            return new ParkedRows(connection)
                    .list(OPERATOR, new UUID(0, 0), 1000).stream()
                            .filter(event -> event.consumer().equals(consumer.name()))
                            .toList();
        }
    }

    List<String> texts(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }
}
