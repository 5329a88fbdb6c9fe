package locality.governance.story;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import locality.platform.event.BudgetEvent;
import locality.platform.event.BudgetEvent.ApprovalRequested;
import locality.platform.event.BudgetEvent.CommitmentRefused;
import locality.platform.event.Event;
import locality.platform.event.EventJson;
import locality.platform.money.Pence;
import locality.platform.place.Locality;
import locality.platform.testing.Infrastructure;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/// What budget-service would tell, on its real topic.
public final class BudgetTopic {

    private static final String TOPIC = "budget.events.v1";
    private static final AtomicLong POSITION = new AtomicLong();
    private static final Map<String, AtomicInteger> VERSIONS = new ConcurrentHashMap<>();

    private BudgetTopic() {}

    /// A request as a commitment of Manchester's makes it.
    public static ApprovalRequested asksFor(String owner, String function, long pence) {
        var commitment = UUID.randomUUID();
        var request =
                new ApprovalRequested(
                        commitment,
                        "C-" + commitment.toString().substring(28),
                        UUID.randomUUID(),
                        "0123456789abcdef".repeat(4),
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        Pence.of(pence),
                        function,
                        "ALIGNED",
                        List.of(new ApprovalRequested.Owner(owner, Pence.of(pence))),
                        "R0A",
                        "Central Manchester pre-alliance",
                        "E08000003/finance",
                        LocalDate.of(2014, 8, 31),
                        Locality.MANCHESTER,
                        LocalDate.of(2014, 5, 1));
        send(request);
        return request;
    }

    public static void lapses(ApprovalRequested request) {
        send(
                new CommitmentRefused(
                        request.commitmentId(),
                        request.reference(),
                        request.fundId(),
                        request.lineId(),
                        request.amountPence(),
                        "LAPSED",
                        "Due on " + request.dueOn(),
                        null,
                        request.locality(),
                        request.dueOn()));
    }

    private static void send(BudgetEvent event) {
        Map<String, Object> settings =
                Map.of(
                        "bootstrap.servers",
                        Infrastructure.get().broker().bootstrapServers(),
                        "acks",
                        "all");
        try (var producer =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            producer.send(message(event));
            producer.flush();
        }
    }

    private static ProducerRecord<String, byte[]> message(BudgetEvent event) {
        var message =
                new ProducerRecord<>(
                        TOPIC, event.subjectId(), EventJson.write(event).getBytes(UTF_8));
        var version =
                VERSIONS.computeIfAbsent(event.subjectId(), _ -> new AtomicInteger())
                        .incrementAndGet();
        attributes(event, version)
                .forEach(
                        (name, value) ->
                                message.headers().add("ce_" + name, value.getBytes(UTF_8)));
        return message;
    }

    private static Map<String, String> attributes(BudgetEvent event, int version) {
        return Map.ofEntries(
                Map.entry("specversion", "1.0"),
                Map.entry("id", UUID.randomUUID().toString()),
                Map.entry("source", "budget"),
                Map.entry("type", Event.typeOf(event.getClass())),
                Map.entry("subject", event.subjectId()),
                Map.entry("subjecttype", event.subjectType()),
                Map.entry("subjectversion", Integer.toString(version)),
                Map.entry("time", Instant.EPOCH.toString()),
                Map.entry("recordedat", Instant.EPOCH.toString()),
                Map.entry("effectiveon", event.effectiveOn().toString()),
                Map.entry("locality", event.locality().code()),
                Map.entry("sequence", "%019d".formatted(POSITION.incrementAndGet())),
                Map.entry("chainhash", "00"),
                Map.entry("correlationid", UUID.randomUUID().toString()));
    }
}
