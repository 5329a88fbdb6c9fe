package locality.platform.testing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import locality.platform.event.Event;
import locality.platform.event.EventJson;
import locality.platform.event.PublishedEvent;
import locality.platform.eventlog.Envelope;
import locality.platform.identifier.Ids;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/// Another service, as its topic knows it: tells events on the real topic, in the form and with the
/// positions and versions that its relay would give them.
public final class Topics implements AutoCloseable {

    private static final Map<String, AtomicLong> POSITIONS = new ConcurrentHashMap<>();
    private static final Map<String, Integer> VERSIONS = new ConcurrentHashMap<>();

    private final String service;
    private final KafkaProducer<String, byte[]> producer;
    private final List<ProducerRecord<String, byte[]>> told = new ArrayList<>();

    private Topics(String service) {
        this.service = service;
        var settings = new HashMap<String, Object>();
        settings.put("bootstrap.servers", Infrastructure.get().broker().bootstrapServers());
        settings.put("acks", "all");
        var thread = Thread.currentThread();
        var before = thread.getContextClassLoader();
        thread.setContextClassLoader(KafkaProducer.class.getClassLoader());
        try {
            this.producer =
                    new KafkaProducer<>(
                            settings, new StringSerializer(), new ByteArraySerializer());
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /// @param service `governance`, `budget` or `intervention`
    public static Topics of(String service) {
        return new Topics(service);
    }

    /// Tells these events, one after the other, and waits until the broker has them.
    public void tell(PublishedEvent... events) {
        for (var event : events) {
            var message = envelope(event).toRecord(service + ".events.v1");
            told.add(message);
            send(message);
        }
    }

    /// Tells everything again that was told before, as a relay does that was cut off between the
    /// broker's acknowledgement and its own note of it.
    public void repeat() {
        told.forEach(this::send);
    }

    @Override
    public void close() {
        producer.close();
    }

    private Envelope envelope(PublishedEvent event) {
        var now = Instant.now();
        var position = POSITIONS.computeIfAbsent(service, it -> new AtomicLong()).incrementAndGet();
        var version = VERSIONS.merge(event.subjectType() + event.subjectId(), 1, Integer::sum);
        var type = Event.typeOf(event.getClass());
        return new Envelope(
                Ids.next().toString(),
                service,
                type,
                event.subjectType(),
                event.subjectId(),
                version,
                event.locality().code(),
                now,
                event.effectiveOn(),
                now,
                position,
                "0".repeat(64),
                "urn:locality:schema:" + type,
                "a-test",
                null,
                null,
                null,
                EventJson.write(event));
    }

    private void send(ProducerRecord<String, byte[]> message) {
        try {
            producer.send(message).get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        } catch (ExecutionException failure) {
            throw new IllegalStateException("The broker refused an event", failure.getCause());
        }
    }
}
