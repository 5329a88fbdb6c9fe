package locality.platform.consume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import locality.platform.identifier.Ids;
import locality.platform.testing.Infrastructure;
import locality.platform.testing.OnInfrastructure;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;

/// One replica at a time reads a partition, and another goes on where it stopped.
@QuarkusTest
@TestProfile(OnInfrastructure.class)
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class PartitionOwnershipTest extends OneConsumer {

    @Test
    void replicasShareThePartitionsAndTakeOverFromEachOther() throws Exception {
        var subjects = IntStream.range(0, 60).mapToObj(i -> Ids.next()).toList();
        try (var survivor = start()) {
            try (var other = start()) {
                sendRound(subjects, 1);
                awaitRead(60);
                sendRound(subjects, 2);
            }
            sendRound(subjects, 3);
            awaitRead(180);
        }
        for (var subject : subjects) {
            assertThat(effects(subject)).containsExactly("round 1", "round 2", "round 3");
        }
        assertThat(parked()).isEmpty();
    }

    @Test
    void takesThePlaceOfOneThatDiedUnderItsName() throws Exception {
        var subject = Ids.next();
        var named = new HashMap<>(sender.kafka());
        named.put("group.instance.id", "the-only-one");
        try (var dead = thatNeverPollsAgain(named);
                var loop = new ConsumerLoop(new Inbox(consumer, database), named)) {
            loop.start();
            send(sender.message(subject, 1, "one"));

            awaitEffects(subject, "one");
            assertThat(dead.groupMetadata().groupInstanceId()).contains("the-only-one");
        }
    }

    @Test
    void anOwnerThatLostItsPartitionRollsBack() throws Exception {
        var subject = Ids.next();
        var partition = new TopicPartition(sender.topicName(), 0);
        var stale = new Inbox(consumer, database);
        var current = new Inbox(consumer, database);
        stale.claim(partition);
        current.claim(partition);
        var records =
                received(sender.message(subject, 1, "one"), sender.message(subject, 2, "two"));

        current.take(partition, records);

        assertThatThrownBy(() -> stale.take(partition, records)).isInstanceOf(Fenced.class);
        assertThat(effects(subject)).containsExactly("one", "two");
    }

    /// A member of the group that holds every partition, and does nothing.
    private KafkaConsumer<String, byte[]> thatNeverPollsAgain(Map<String, Object> kafka) {
        var settings = new HashMap<>(kafka);
        settings.put("group.id", consumer.name());
        var member =
                new KafkaConsumer<>(
                        settings, new StringDeserializer(), new ByteArrayDeserializer());
        member.subscribe(consumer.topics());
        await().atMost(PATIENCE)
                .until(
                        () -> {
                            member.poll(Duration.ofMillis(100));
                            return !member.assignment().isEmpty();
                        });
        return member;
    }

    private void sendRound(List<UUID> subjects, int round) throws Exception {
        for (var subject : subjects) {
            send(sender.message(subject, round, "round " + round));
        }
    }
}
