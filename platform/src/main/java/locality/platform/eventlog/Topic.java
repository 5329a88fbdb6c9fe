package locality.platform.eventlog;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/// The topic a service tells the others on.
///
/// @param service the service's name, also the topic's prefix and the producer's transactional id
/// @param kafka how to reach the brokers; what is said here overrides the settings made below
record Topic(String service, Map<String, Object> kafka) {

    /// What a broker takes unasked (`message.max.bytes`), so that its settings may stay as they
    /// are.
    private static final int LARGEST_REQUEST = 1024 * 1024;

    private static final int FIRST_LOOK = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    String name() {
        return service + ".events.v1";
    }

    KafkaProducer<String, byte[]> producer() {
        var settings = new HashMap<String, Object>();
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 20_000);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 20_000);
        settings.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, 60_000);
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, LARGEST_REQUEST);
        settings.putAll(kafka);
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, service);
        return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    /// The last committed event of every partition that has one.
    List<Envelope> tail() {
        var settings = new HashMap<String, Object>();
        settings.put(CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG, 20_000);
        settings.putAll(kafka);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        settings.remove(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG);
        try (var consumer =
                new KafkaConsumer<>(
                        settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions =
                    consumer.partitionsFor(name()).stream()
                            .map(found -> new TopicPartition(name(), found.partition()))
                            .toList();
            if (partitions.isEmpty()) {
                throw new IllegalStateException("The topic %s does not exist".formatted(name()));
            }
            return partitions.stream().flatMap(each -> lastOf(consumer, each).stream()).toList();
        }
    }

    /// A partition ends in markers of transactions, or in aborted ones: look back until there is an
    /// event, or nothing more to look at.
    private Optional<Envelope> lastOf(
            KafkaConsumer<String, byte[]> consumer, TopicPartition partition) {
        var only = List.of(partition);
        long start = consumer.beginningOffsets(only).getOrDefault(partition, 0L);
        long end = consumer.endOffsets(only).getOrDefault(partition, 0L);
        consumer.assign(only);
        Optional<Envelope> last = Optional.empty();
        long from = end;
        for (long back = FIRST_LOOK; last.isEmpty() && from > start; back *= 16) {
            from = Math.max(start, end - back);
            last = lastBetween(consumer, partition, from, end);
        }
        return last;
    }

    private Optional<Envelope> lastBetween(
            KafkaConsumer<String, byte[]> consumer, TopicPartition partition, long from, long end) {
        consumer.seek(partition, from);
        Optional<Envelope> last = Optional.empty();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (consumer.position(partition) < end) {
            var records = consumer.poll(Duration.ofMillis(200)).records(partition);
            if (!records.isEmpty()) {
                last = Optional.of(Envelope.of(records.getLast()));
            }
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(
                        "The tail of %s cannot be read".formatted(partition));
            }
        }
        return last;
    }
}
