package locality.platform.eventlog;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Gives committed events their positions and has them published. Of all the replicas of a service
/// one relay leads; the others wait to take over.
final class Relay implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Relay.class);
    private static final Duration POLL = Duration.ofMillis(25);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final Duration FOLLOWER_POLL = Duration.ofSeconds(1);

    private final DataSource database;
    private final Topic topic;
    private final Signals signals;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread thread;
    private volatile boolean leading;
    private volatile @Nullable String halted;

    Relay(DataSource database, Topic topic, Signals signals) {
        this.database = database;
        this.topic = topic;
        this.signals = signals;
        this.thread = Thread.ofVirtual().name("relay-" + topic.service()).unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    boolean leads() {
        return leading;
    }

    /// Why it refuses to publish, null when it does not.
    @Nullable String halted() {
        return halted;
    }

    @Override
    public void close() {
        stop.countDown();
        signals.appended.raise();
        try {
            thread.join();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        var backoff = new Backoff(LONGEST_PAUSE, stop);
        while (stop.getCount() > 0) {
            try {
                var lead = Positions.lead(database);
                if (lead.isPresent()) {
                    leadWith(lead.get(), backoff);
                } else {
                    backoff.succeeded();
                }
                stop.await(FOLLOWER_POLL.toMillis(), TimeUnit.MILLISECONDS);
            } catch (SQLException | RuntimeException failure) {
                LOG.logf(
                        backoff.pausedBefore() ? Logger.Level.DEBUG : Logger.Level.WARN,
                        "The relay lost its database, events of %s wait: %s",
                        topic.name(),
                        failure);
                backoff.pause();
            } catch (InterruptedException stopping) {
                return;
            }
        }
    }

    private void leadWith(Positions lead, Backoff backoff)
            throws SQLException, InterruptedException {
        try (lead;
                var publisher = new Publisher(lead, topic, reason -> halted = reason)) {
            LOG.infof("This relay leads %s", topic.name());
            leading = true;
            publisher.start();
            while (stop.getCount() > 0) {
                long seen = signals.appended.count();
                int given = give(lead, publisher, backoff);
                if (given > 0) {
                    signals.positioned.raise();
                    publisher.wake();
                }
                if (given < Positions.BATCH) {
                    signals.appended.await(seen, POLL);
                }
            }
        } finally {
            leading = false;
            halted = null;
        }
    }

    /// Also while it may give none it asks the database, to learn when the lead is lost.
    private static int give(Positions lead, Publisher publisher, Backoff backoff)
            throws SQLException {
        if (!publisher.letsPositionsBeGiven()) {
            lead.last();
            return 0;
        }
        int given = lead.drain();
        backoff.succeeded();
        return given;
    }
}
