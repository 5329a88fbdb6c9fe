package locality.platform.consume;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import locality.platform.eventlog.Backoff;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Brings what other services tell to one [EventConsumer]: one thread, the records of a partition
/// in their order. How far it is read stands in the database, never in Kafka; replicas share the
/// partitions by being of one group.
final class ConsumerLoop implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(ConsumerLoop.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final Inbox inbox;
    private final Map<String, Object> kafka;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Backoff backoff = new Backoff(LONGEST_PAUSE, stop);
    private final Unresolved unresolved = new Unresolved();
    private final Thread thread;
    private volatile @Nullable KafkaConsumer<String, byte[]> polling;

    ConsumerLoop(Inbox inbox, Map<String, Object> kafka) {
        this.inbox = inbox;
        this.kafka = kafka;
        this.thread =
                Thread.ofPlatform().daemon().name("consumer-" + inbox.name()).unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    String name() {
        return inbox.name();
    }

    /// How long it has tried the same again and again; zero when it goes on.
    Duration failingFor() {
        return unresolved.age();
    }

    @Override
    public void close() {
        stop.countDown();
        var now = polling;
        if (now != null) {
            now.wakeup();
        }
        try {
            thread.join();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean stopped() {
        return stop.getCount() == 0;
    }

    private void run() {
        while (!stopped()) {
            try (var records = open()) {
                polling = records;
                records.subscribe(inbox.topics(), new Claims(records));
                var caughtUp = new CaughtUp(inbox);
                while (!stopped()) {
                    takeFrom(records);
                    caughtUp.look(records);
                }
            } catch (WakeupException stopping) {
                LOG.debugf("Consumer %s stops", inbox.name());
            } catch (RuntimeException | VirtualMachineError failure) {
                unresolved.failed(this);
                LOG.warnf(failure, "Consumer %s starts again from what it stored", inbox.name());
                backoff.pause();
            }
        }
    }

    private void takeFrom(KafkaConsumer<String, byte[]> records) {
        var polled = records.poll(POLL);
        unresolved.succeeded(this);
        for (var partition : polled.partitions()) {
            try {
                inbox.take(partition, polled.records(partition));
                unresolved.succeeded(partition);
                backoff.succeeded();
            } catch (RuntimeException failure) {
                unresolved.failed(partition);
                if (!Failures.passes(failure)) {
                    throw failure;
                }
                LOG.warnf("Consumer %s tries %s again: %s", inbox.name(), partition, failure);
                records.seek(partition, inbox.next(partition));
                backoff.pause();
            }
        }
    }

    private KafkaConsumer<String, byte[]> open() {
        var settings = new HashMap<String, Object>();
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1000);
        settings.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, 5000);
        settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000);
        settings.putAll(kafka);
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, inbox.name());
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }

    /// Whoever is given a partition goes on where the database says, whatever Kafka believes.
    private final class Claims implements ConsumerRebalanceListener {
        private final KafkaConsumer<String, byte[]> records;

        private Claims(KafkaConsumer<String, byte[]> records) {
            this.records = records;
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> given) {
            given.forEach(partition -> records.seek(partition, inbox.claim(partition)));
            unresolved.forget(what -> what instanceof TopicPartition one && !isOurs(one));
        }

        private boolean isOurs(TopicPartition partition) {
            return records.assignment().contains(partition);
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> taken) {}
    }
}
