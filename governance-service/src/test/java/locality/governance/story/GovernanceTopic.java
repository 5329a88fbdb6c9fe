package locality.governance.story;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import locality.platform.event.BoardEvent.DecisionTaken;
import locality.platform.event.EventJson;
import locality.platform.testing.Infrastructure;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/// What governance-service tells, read from its real topic as any consumer would.
public final class GovernanceTopic {

    private static final String TOPIC = "governance.events.v1";
    private static final int LONGEST_POLLS = 60;

    private GovernanceTopic() {}

    /// Waits for a decision to be told.
    public static Optional<DecisionTaken> decisionTaken(String decision) {
        Map<String, Object> settings =
                Map.of(
                        "bootstrap.servers",
                        Infrastructure.get().broker().bootstrapServers(),
                        "group.id",
                        "reader-" + UUID.randomUUID(),
                        "auto.offset.reset",
                        "earliest",
                        "isolation.level",
                        "read_committed");
        try (var consumer =
                new KafkaConsumer<>(
                        settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(TOPIC));
            for (int i = 0; i < LONGEST_POLLS; i++) {
                for (var message : consumer.poll(Duration.ofMillis(500))) {
                    if (decision.equals(message.key()) && isDecisionTaken(message)) {
                        return Optional.of(
                                EventJson.read(
                                        DecisionTaken.class, new String(message.value(), UTF_8)));
                    }
                }
            }
            return Optional.empty();
        }
    }

    private static boolean isDecisionTaken(ConsumerRecord<String, byte[]> message) {
        var type = message.headers().lastHeader("ce_type");
        return type != null
                && new String(type.value(), UTF_8).equals("governance.decision-taken.v1");
    }
}
