package locality.platform.consume;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import locality.platform.event.EventType;
import locality.platform.event.InternalEvent;
import locality.platform.eventlog.EventLog;
import locality.platform.eventlog.FreshLog;
import locality.platform.identifier.Ids;
import locality.platform.place.Locality;
import locality.platform.testing.Infrastructure;
import locality.platform.testing.OnInfrastructure;
import locality.platform.testing.Postgres;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

/// Each event has its effect once and in order, whatever is sent again or breaks meanwhile.
@QuarkusTest
@TestProfile(OnInfrastructure.class)
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class ConsumerLoopTest extends OneConsumer {

    @Inject EventLog eventLog;

    @Test
    void appliesEachEventOnceInOrderThoughTheTopicRepeatsItself() throws Exception {
        var subject = Ids.next();
        var first = sender.message(subject, 1, "first");
        var second = sender.message(subject, 2, "second");
        try (var loop = start()) {
            send(first, second, first, second, sender.message(subject, 3, "third"), first);

            awaitEffects(subject, "first", "second", "third");
            awaitRead(6);
        }
        assertThat(effects(subject)).containsExactly("first", "second", "third");
        assertThat(parked()).isEmpty();
    }

    @Test
    void aPartitionReadAgainFromItsBeginningChangesNothing() throws Exception {
        var subject = Ids.next();
        try (var loop = start()) {
            send(sender.message(subject, 1, "one"), sender.message(subject, 2, "two"));
            awaitRead(2);
        }
        try (var owner = Infrastructure.get().postgres().as(Postgres.OWNER, "suite");
                var update =
                        owner.prepareStatement(
                                "update consumer_offset set next_offset = 0 where consumer = ?")) {
            update.setString(1, consumer.name());
            update.executeUpdate();
        }

        try (var loop = start()) {
            send(sender.message(subject, 3, "three"));
            awaitRead(3);
        }
        assertThat(effects(subject)).containsExactly("one", "two", "three");
    }

    @Test
    void aDatabaseThatDiesInMidBatchLeavesNoHalfEffect() throws Exception {
        var subjects = IntStream.range(0, 50).mapToObj(i -> Ids.next()).toList();
        consumer.failOnceInTheDatabaseOn("deadly");
        try (var loop = start()) {
            for (var subject : subjects) {
                send(sender.message(subject, 1, "one"), sender.message(subject, 2, "deadly"));
            }

            awaitRead(100);
        }
        for (var subject : subjects) {
            assertThat(effects(subject)).containsExactly("one", "deadly");
        }
        assertThat(parked()).isEmpty();
    }

    @Test
    void aWantOfMemoryParksNothing() throws Exception {
        var subject = Ids.next();
        var wants = new AtomicInteger(2);
        consumer.onEach(
                () -> {
                    if (wants.getAndDecrement() > 0) {
                        throw new OutOfMemoryError("in a test");
                    }
                });
        try (var loop = start()) {
            send(sender.message(subject, 1, "one"), sender.message(subject, 2, "two"));
            awaitRead(2);
        }
        assertThat(effects(subject)).containsExactly("one", "two");
        assertThat(parked()).isEmpty();
    }

    @Test
    void toleratesTypesAndFieldsOfANewerSender() throws Exception {
        var subject = Ids.next();
        var newer = FreshLog.json(subject, "newer").replace("}", ",\"mood\":{\"colour\":1}}");
        try (var loop = start()) {
            send(
                    sender.message(subject, 1, "governance.delegation-praised.v9", "{}"),
                    sender.message(subject, 2, "governance.delegation-ended.v1", newer));
            awaitRead(2);
        }
        assertThat(effects(subject)).containsExactly("newer");
        assertThat(parked()).isEmpty();
    }

    @Test
    void itsOwnEventsNameTheEventTheyFollowFrom() throws Exception {
        var subject = Ids.next();
        var place = new AtomicInteger();
        consumer.onEach(() -> eventLog.append(new Noted(subject, place.incrementAndGet())));
        var first = sender.message(subject, 1, "one");
        var second = sender.message(subject, 2, "two");
        try (var loop = start()) {
            send(first, second);
            awaitRead(2);
        }
        assertThat(
                        texts(
                                """
                                select actor || ' ' || correlation_id || ' ' || causation_id
                                from event_log where subject_type = 'note' and subject_id = '%s'
                                order by subject_version
                                """
                                        .formatted(subject)))
                .containsExactly(
                        "service:%s a-chain %s".formatted(consumer.name(), id(first)),
                        "service:%s a-chain %s".formatted(consumer.name(), id(second)));
    }

    @EventType("platform.noted.v1")
    record Noted(UUID noteId, int place) implements InternalEvent {
        @Override
        public String subjectType() {
            return "note";
        }

        @Override
        public String subjectId() {
            return noteId.toString();
        }

        @Override
        public Locality locality() {
            return Locality.MANCHESTER;
        }

        @Override
        public java.time.LocalDate effectiveOn() {
            return java.time.LocalDate.EPOCH;
        }
    }

    private static String id(ProducerRecord<String, byte[]> message) {
        return new String(message.headers().lastHeader("ce_id").value(), UTF_8);
    }
}
