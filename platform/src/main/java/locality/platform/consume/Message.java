package locality.platform.consume;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import java.util.Optional;
import locality.platform.event.EventJson;
import locality.platform.event.EventTypes;
import locality.platform.eventlog.Envelope;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/// What stands at one place of a topic, read or parked before, not yet understood.
record Message(String topic, int partition, long offset, Map<String, String> headers, String data) {

    static Message of(ConsumerRecord<String, byte[]> polled) {
        return new Message(
                polled.topic(),
                polled.partition(),
                polled.offset(),
                Envelope.headers(polled.headers()),
                polled.value() == null ? "" : new String(polled.value(), UTF_8));
    }

    /// @throws IllegalArgumentException if it is not one of the suite's events
    Envelope envelope() {
        return Envelope.of(headers, data);
    }

    /// Empty if the type is one that this build does not know.
    ///
    /// @throws IllegalArgumentException if the data are not what the type says
    Optional<Delivery> delivery(Envelope envelope) {
        return EventTypes.find(envelope.type())
                .map(
                        type ->
                                new Delivery(
                                        EventJson.read(type, data),
                                        envelope.eventId(),
                                        envelope.type(),
                                        envelope.source(),
                                        topic,
                                        partition,
                                        offset,
                                        envelope.position(),
                                        envelope.subjectVersion(),
                                        envelope.recordedAt(),
                                        envelope.correlationId()));
    }
}
