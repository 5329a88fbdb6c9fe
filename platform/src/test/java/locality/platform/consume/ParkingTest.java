package locality.platform.consume;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import locality.platform.identifier.Ids;
import locality.platform.testing.Infrastructure;
import locality.platform.testing.OnInfrastructure;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

/// What cannot be applied is put aside with all that follows from it, until it can be.
@QuarkusTest
@TestProfile(OnInfrastructure.class)
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class ParkingTest extends OneConsumer {

    @Test
    void parksWhatItCannotDigestWithEverythingLaterOfThatSubjectAndGoesOn() throws Exception {
        var poisoned = Ids.next();
        var healthy = Ids.next();
        consumer.failOn("poison");
        try (var loop = start()) {
            send(
                    sender.message(poisoned, 1, "good"),
                    sender.message(poisoned, 2, "poison"),
                    sender.message(healthy, 1, "good"),
                    sender.message(poisoned, 3, "later"),
                    sender.message(healthy, 2, "better"));

            awaitRead(5);
        }
        assertThat(effects(poisoned)).containsExactly("good");
        assertThat(effects(healthy)).containsExactly("good", "better");
        assertThat(parked()).extracting(ParkedRows.Parked::subjectVersion).containsExactly(2, 3);
        assertThat(parked())
                .extracting(ParkedRows.Parked::reason)
                .containsExactly(
                        "IllegalStateException: cannot digest poison",
                        "Version 2 of the delegation is missing or parked");
    }

    @Test
    void parksAnEventWhosePredecessorIsMissing() throws Exception {
        var subject = Ids.next();
        var inbox = new Inbox(consumer, database);
        try (var loop = start(inbox)) {
            send(
                    sender.message(subject, 1, "first"),
                    sender.message(subject, 3, "third"),
                    sender.message(subject, 2, "second"));
            awaitRead(3);
        }
        assertThat(effects(subject)).containsExactly("first", "second");
        assertThat(parked()).extracting(ParkedRows.Parked::subjectVersion).containsExactly(3);

        assertThat(inbox.replay(parked().getFirst()).applied()).isEqualTo(1);

        assertThat(effects(subject)).containsExactly("first", "second", "third");
    }

    @Test
    void parksWhatIsNoEventAtAll() throws Exception {
        var subject = Ids.next();
        try (var loop = start()) {
            send(
                    new ProducerRecord<>(sender.topicName(), 0, "key", new byte[] {0, 1, 2}),
                    new ProducerRecord<>(sender.topicName(), 0, "key", null),
                    sender.message(subject, 1, "governance.delegation-ended.v1", "not JSON"));
            awaitRead(3);
        }
        assertThat(parked())
                .extracting(ParkedRows.Parked::subjectType)
                .containsExactlyInAnyOrder("unknown", "unknown", "delegation");
    }

    @Test
    void parksWhatNoDatabaseKeepsAndGoesOn() throws Exception {
        var subject = Ids.next();
        try (var loop = start()) {
            for (var name : List.of("ce_subject", "ce_type", "ce_source", "ce_subjecttype")) {
                send(with(name, "a\0b"));
            }
            send(
                    with("ce_recordedat", "+999999999-12-31T00:00:00Z"),
                    with("ce_time", "-999999999-01-01T00:00:00Z"),
                    with("ce_effectiveon", "+10000-01-01"),
                    with("x-of-theirs", "a\0b"),
                    sender.message(subject, 1, "good"));
            awaitRead(9);
        }
        assertThat(effects(subject)).containsExactly("good");
        assertThat(parked())
                .hasSize(8)
                .allSatisfy(event -> assertThat(event.subjectType()).isEqualTo("unknown"));
    }

    @Test
    void aReplayAppliesWhatIsParkedInOrderOnceTheCauseIsGone() throws Exception {
        var poisoned = Ids.next();
        var inbox = new Inbox(consumer, database);
        consumer.failOn("poison");
        try (var loop = start(inbox)) {
            send(
                    sender.message(poisoned, 1, "poison"),
                    sender.message(poisoned, 2, "later"),
                    sender.message(poisoned, 3, "last"));
            awaitRead(3);

            assertThat(inbox.replay(parked().getLast()).failure()).contains("cannot digest poison");
            assertThat(parked()).hasSize(3);
            consumer.recover();
            assertThat(inbox.replay(parked().getLast()).applied()).isEqualTo(3);

            send(sender.message(poisoned, 4, "after"));
            awaitRead(4);
        }
        assertThat(parked()).isEmpty();
        assertThat(effects(poisoned)).containsExactly("poison", "later", "last", "after");
    }

    /// An event, but for one header.
    private ProducerRecord<String, byte[]> with(String header, String value) {
        var message = sender.message(Ids.next(), 1, "theirs");
        message.headers().remove(header).add(header, value.getBytes(UTF_8));
        return message;
    }
}
