package locality.platform.consume;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.jboss.logging.Logger;

/// Asks the broker every few seconds how far each partition reaches, and notes when all of that has
/// been read. Of a broker that is silent nothing is noted, so that what is known is seen to age.
final class CaughtUp {

    private static final Logger LOG = Logger.getLogger(CaughtUp.class);
    private static final Duration EVERY = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Inbox inbox;
    private final Map<TopicPartition, Long> ends = new HashMap<>();
    private long askedAt = System.nanoTime() - EVERY.toNanos();

    CaughtUp(Inbox inbox) {
        this.inbox = inbox;
    }

    /// To be called when everything that was polled has been taken.
    void look(KafkaConsumer<String, byte[]> records) {
        try {
            if (since(askedAt).compareTo(EVERY) >= 0) {
                ask(records);
            }
            note(records);
        } catch (RuntimeException failure) {
            if (!(failure instanceof TimeoutException) && !Failures.passes(failure)) {
                throw failure;
            }
            LOG.debugf("Consumer %s does not know how far it is: %s", inbox.name(), failure);
        }
    }

    private void ask(KafkaConsumer<String, byte[]> records) {
        askedAt = System.nanoTime();
        ends.clear();
        ends.putAll(records.endOffsets(records.assignment(), PATIENCE));
    }

    private void note(KafkaConsumer<String, byte[]> records) {
        ends.keySet().retainAll(records.assignment());
        var reached = new ArrayList<TopicPartition>();
        for (var end : ends.entrySet()) {
            if (records.position(end.getKey(), PATIENCE) >= end.getValue()) {
                reached.add(end.getKey());
            }
        }
        if (!reached.isEmpty()) {
            inbox.caughtUp(reached, since(askedAt));
            reached.forEach(ends::remove);
        }
    }

    private static Duration since(long nanoTime) {
        return Duration.ofNanos(System.nanoTime() - nanoTime);
    }
}
