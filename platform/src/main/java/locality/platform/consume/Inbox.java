package locality.platform.consume;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import locality.platform.eventlog.Envelope;
import locality.platform.eventlog.Origin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Applies messages in transactions of the database: the effect, the events it appends, the
/// versions of the subjects and how far the partition is read commit together or not at all.
///
/// A message counts when its subject version is the next one of its subject. One that is not newer
/// was applied before and is dropped; one that is too new, or fails, is parked, and so is
/// everything later of its subject, because its version is then too new.
final class Inbox {

    private static final Logger LOG = Logger.getLogger(Inbox.class);

    private final EventConsumer consumer;
    private final DataSource database;
    private final Map<TopicPartition, Long> read = new ConcurrentHashMap<>();

    /// @param database takes part in the transaction that is running
    Inbox(EventConsumer consumer, DataSource database) {
        this.consumer = consumer;
        this.database = database;
    }

    String name() {
        return consumer.name();
    }

    Set<String> topics() {
        return consumer.topics();
    }

    /// Where to go on in a partition that was just given to us.
    long claim(TopicPartition partition) {
        long next = inTransaction(rows -> rows.claim(partition));
        read.put(partition, next);
        return next;
    }

    /// Where to go on after a failure that passes.
    long next(TopicPartition partition) {
        return read.getOrDefault(partition, 0L);
    }

    /// Everything that these partitions held so long ago has been read.
    void caughtUp(List<TopicPartition> partitions, Duration ago) {
        inTransaction(rows -> rows.caughtUp(partitions, ago));
    }

    /// Applies a partition's records in one transaction; when that fails, half by half, until the
    /// one that fails on its own is found and parked.
    ///
    /// @throws Fenced if another owner read on in this partition meanwhile
    void take(TopicPartition partition, List<ConsumerRecord<String, byte[]>> records) {
        try {
            advance(partition, records, this::apply);
        } catch (RuntimeException failure) {
            if (failure instanceof Fenced || Failures.passes(failure)) {
                throw failure;
            }
            if (records.size() == 1) {
                LOG.errorf(
                        failure, "%s parks %s@%d", name(), partition, records.getFirst().offset());
                var reason = Failures.reason(failure);
                advance(partition, records, (rows, messages) -> park(rows, messages, reason));
            } else {
                int half = records.size() / 2;
                take(partition, records.subList(0, half));
                take(partition, records.subList(half, records.size()));
            }
        }
    }

    /// What a replay did: how many of the subject's events were applied and are no longer parked,
    /// and why it stopped, if one failed again.
    record Replay(int applied, @Nullable String failure) {}

    /// Applies what is parked of a subject, in order, each in its own transaction, until one fails
    /// again.
    Replay replay(ParkedRows.Parked one) {
        int applied = 0;
        try {
            while (inTransaction(rows -> replayNext(rows, one))) {
                applied++;
            }
            return new Replay(applied, null);
        } catch (RuntimeException failure) {
            LOG.errorf(failure, "%s cannot apply parked event %s", name(), one.id());
            return new Replay(applied, Failures.reason(failure));
        }
    }

    private boolean replayNext(InboxRows rows, ParkedRows.Parked of) throws SQLException {
        rows.excludeLoop(of.message());
        var parked = new ParkedRows(rows.connection()).firstOfSubject(of);
        if (parked.isEmpty()) {
            return false;
        }
        var message = parked.get().message();
        var envelope = message.envelope();
        var versions = rows.versions(List.of(envelope));
        if (versions.isNext(envelope)) {
            deliver(due(message, envelope).stream().toList());
            versions.advance(envelope);
            rows.save(versions);
        } else if (!versions.isKnown(envelope)) {
            return false;
        }
        new ParkedRows(rows.connection()).remove(parked.get().id());
        return true;
    }

    private void advance(
            TopicPartition partition, List<ConsumerRecord<String, byte[]>> records, Work work) {
        long from = next(partition);
        long to = records.getLast().offset() + 1;
        inTransaction(
                rows -> {
                    var messages = records.stream().map(Message::of).toList();
                    rows.advance(partition, from, to, newest(messages));
                    work.on(rows, messages);
                    return to;
                });
        read.put(partition, to);
    }

    private void apply(InboxRows rows, List<Message> messages) throws SQLException {
        var understood = new HashMap<Message, Envelope>();
        messages.forEach(message -> envelope(message).ifPresent(e -> understood.put(message, e)));
        var versions = rows.versions(List.copyOf(understood.values()));
        var due = new ArrayList<Deliveries.Due>();
        for (var message : messages) {
            var envelope = understood.get(message);
            if (envelope == null) {
                park(rows, List.of(message), "It is not one of the suite's events");
            } else if (versions.isNext(envelope)) {
                due(message, envelope).ifPresent(due::add);
                versions.advance(envelope);
            } else if (!versions.isKnown(envelope)) {
                park(rows, List.of(message), versions.wants(envelope));
            }
        }
        deliver(due);
        rows.save(versions);
    }

    /// Empty for a type that this build does not know: its version counts, it has no effect.
    private Optional<Deliveries.Due> due(Message message, Envelope envelope) {
        var origin =
                new Origin(
                        "service:" + name(),
                        envelope.correlationId(),
                        envelope.eventId(),
                        envelope.traceparent());
        return message.delivery(envelope).map(delivery -> new Deliveries.Due(delivery, origin));
    }

    private void deliver(List<Deliveries.Due> due) {
        if (!due.isEmpty()) {
            var batch = new Deliveries(due);
            Origin.during(batch::origin, () -> consumer.apply(batch));
        }
    }

    private void park(InboxRows rows, List<Message> messages, String reason) throws SQLException {
        for (var message : messages) {
            new ParkedRows(rows.connection()).park(name(), message, envelope(message), reason);
        }
    }

    private static Optional<Envelope> envelope(Message message) {
        try {
            return Optional.of(message.envelope());
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    private static Optional<Envelope> newest(List<Message> messages) {
        return messages.reversed().stream()
                .flatMap(message -> envelope(message).stream())
                .findFirst();
    }

    private <T> T inTransaction(Step<T> step) {
        return QuarkusTransaction.requiringNew()
                .call(
                        () -> {
                            try (Connection connection = database.getConnection()) {
                                return step.with(new InboxRows(name(), connection));
                            }
                        });
    }

    private interface Step<T> {
        T with(InboxRows rows) throws SQLException;
    }

    private interface Work {
        void on(InboxRows rows, List<Message> messages) throws SQLException;
    }
}
