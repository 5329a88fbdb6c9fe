package locality.platform.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import locality.platform.event.Event;
import locality.platform.event.EventJson;
import locality.platform.event.PublishedEvent;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.ConfigProvider;

/// Another service as its readers know it: what it tells lands on its real topic, in the envelope
/// its relay would write, with positions and subject versions that count 1, 2, 3.
public final class OtherService {

    private static final Map<String, OtherService> KNOWN = new HashMap<>();

    private final String name;
    private final AtomicLong position = new AtomicLong();
    private final Map<String, Integer> versions = new HashMap<>();
    private final KafkaProducer<String, byte[]> producer;

    private OtherService(String name) {
        this.name = name;
        this.producer =
                new KafkaProducer<>(
                        Map.of(
                                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                                ConfigProvider.getConfig()
                                        .getValue("kafka.bootstrap.servers", String.class),
                                ProducerConfig.ACKS_CONFIG,
                                "all",
                                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                                true),
                        new StringSerializer(),
                        new ByteArraySerializer());
    }

    /// The service of this name; the same one for all the tests of a module.
    public static synchronized OtherService named(String name) {
        return KNOWN.computeIfAbsent(name, OtherService::new);
    }

    /// Returns once the broker has it.
    public synchronized void tells(PublishedEvent event) {
        try {
            producer.send(message(event)).get();
        } catch (ExecutionException failure) {
            throw new IllegalStateException("The broker refused " + event, failure.getCause());
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while telling " + event, hurried);
        }
    }

    private ProducerRecord<String, byte[]> message(PublishedEvent event) {
        var message =
                new ProducerRecord<>(
                        name + ".events.v1",
                        event.subjectId(),
                        EventJson.write(event).getBytes(UTF_8));
        message.headers().add("content-type", "application/json".getBytes(UTF_8));
        envelope(event)
                .forEach(
                        (header, text) ->
                                message.headers().add("ce_" + header, text.getBytes(UTF_8)));
        return message;
    }

    private Map<String, String> envelope(PublishedEvent event) {
        var now = java.time.Instant.now().toString();
        var type = Event.typeOf(event.getClass());
        var version =
                versions.merge(event.subjectType() + "/" + event.subjectId(), 1, Integer::sum);
        var attributes = new LinkedHashMap<String, String>();
        attributes.put("specversion", "1.0");
        attributes.put("id", UUID.randomUUID().toString());
        attributes.put("source", name);
        attributes.put("type", type);
        attributes.put("subject", event.subjectId());
        attributes.put("time", now);
        attributes.put("dataschema", "urn:locality:schema:" + type);
        attributes.put("subjecttype", event.subjectType());
        attributes.put("subjectversion", String.valueOf(version));
        attributes.put("locality", event.locality().code());
        attributes.put("effectiveon", event.effectiveOn().toString());
        attributes.put("recordedat", now);
        attributes.put("sequence", "%019d".formatted(position.incrementAndGet()));
        attributes.put("chainhash", "0".repeat(64));
        attributes.put("partitionkey", event.subjectId());
        attributes.put("correlationid", UUID.randomUUID().toString());
        return attributes;
    }
}
