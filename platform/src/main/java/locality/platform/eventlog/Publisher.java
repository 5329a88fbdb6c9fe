package locality.platform.eventlog;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// The leading relay's other half: brings positioned events to the topic, in order of position, one
/// Kafka transaction per batch.
///
/// It does not ask what it sent, it asks what is there: before it sends anything it fences any
/// former producer, reads the tail of the topic, checks that it agrees with the log, and goes on
/// from there. The same after every failure. So nothing is left out, swapped or sent twice.
final class Publisher implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Publisher.class);
    private static final int BATCH = 500;
    private static final Duration IDLE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final Duration FAREWELL = Duration.ofSeconds(2);

    private final Positions positions;
    private final Topic topic;
    private final Consumer<@Nullable String> halted;
    private final Signal work = new Signal();
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread thread;
    private volatile boolean answered;
    private volatile boolean refuses;
    private long sent;

    /// @param halted is told why it refuses to run, and null when it runs
    Publisher(Positions positions, Topic topic, Consumer<@Nullable String> halted) {
        this.positions = positions;
        this.topic = topic;
        this.halted = halted;
        this.thread = Thread.ofVirtual().name("publisher-" + topic.service()).unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /// Whether positions may be given: the topic was asked how far it is, and agrees. Nor does a
    /// topic that cannot be reached stop the log, unless it disagreed before.
    boolean letsPositionsBeGiven() {
        return answered && !refuses;
    }

    void wake() {
        work.raise();
    }

    @Override
    public void close() {
        stop.countDown();
        work.raise();
        try {
            if (!thread.join(FAREWELL)) {
                thread.interrupt();
                thread.join();
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean stopped() {
        return stop.getCount() == 0;
    }

    private void run() {
        var backoff = new Backoff(LONGEST_PAUSE, stop);
        while (!stopped()) {
            try {
                publish(backoff);
            } catch (TopicDisagrees refusal) {
                refuses = true;
                halted.accept(refusal.getMessage());
                LOG.log(
                        backoff.pausedBefore() ? Logger.Level.DEBUG : Logger.Level.ERROR,
                        refusal.getMessage());
                backoff.pause();
            } catch (InterruptedException stopping) {
                return;
            } catch (SQLException | RuntimeException failure) {
                answered = true;
                LOG.logf(
                        backoff.pausedBefore() ? Logger.Level.DEBUG : Logger.Level.WARN,
                        "Events wait: %s cannot be written: %s",
                        topic.name(),
                        failure);
                backoff.pause();
            }
        }
    }

    private void publish(Backoff backoff) throws SQLException, InterruptedException {
        var producer = topic.producer();
        try {
            producer.initTransactions();
            sent = agreed();
            positions.moveCursor(sent);
            halted.accept(null);
            refuses = false;
            answered = true;
            while (!stopped()) {
                long seen = work.count();
                if (sendNext(producer)) {
                    backoff.succeeded();
                } else {
                    work.await(seen, IDLE);
                }
            }
        } finally {
            producer.close(FAREWELL);
        }
    }

    /// @return the last position that is on the topic
    private long agreed() throws SQLException {
        long last = 0;
        for (var event : topic.tail()) {
            var ours = positions.hashAt(event.position());
            if (ours.isEmpty() || !ours.get().equals(event.chainHash())) {
                throw new TopicDisagrees(topic.name(), event.position());
            }
            last = Math.max(last, event.position());
        }
        return last;
    }

    private boolean sendNext(Producer<String, byte[]> producer) throws SQLException {
        var batch = positions.after(sent, BATCH, topic.service());
        if (batch.isEmpty()) {
            if (positions.last() < sent) {
                throw new TopicDisagrees(topic.name(), sent);
            }
            return false;
        }
        var published = batch.stream().filter(event -> event.dataschema() != null).toList();
        if (!published.isEmpty()) {
            producer.beginTransaction();
            published.forEach(event -> producer.send(event.toRecord(topic.name())));
            producer.commitTransaction();
        }
        sent = batch.getLast().position();
        positions.moveCursor(sent);
        return true;
    }

    /// The topic holds an event that the log does not know: the log was restored to an earlier
    /// state, or changed. Positions would be used a second time.
    private static final class TopicDisagrees extends RuntimeException {
        TopicDisagrees(String topic, long position) {
            super(
                    "The relay does not run: %s and the event log disagree at position %d. The"
                                    .formatted(topic, position)
                            + " database was restored to an earlier state, or the log was altered;"
                            + " nothing is sent, or positions would be used twice. Restore a"
                            + " database that holds this position, or see \"After a restore\" in"
                            + " the runbook.");
        }
    }
}
