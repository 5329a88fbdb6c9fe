package locality.platform.consume;

import org.apache.kafka.common.TopicPartition;

/// Another owner read on in this partition: what we were about to do was done, or will be.
final class Fenced extends RuntimeException {
    Fenced(String consumer, TopicPartition partition, long expected) {
        super(
                "%s no longer stands at %d in %s: somebody else reads it"
                        .formatted(consumer, expected, partition));
    }
}
