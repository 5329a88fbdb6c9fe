package locality.platform.consume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.persistence.OptimisticLockException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import locality.platform.identifier.Ids;
import locality.platform.testing.Infrastructure;
import locality.platform.testing.OnInfrastructure;
import org.junit.jupiter.api.Test;

/// How far a consumer has read, and for how long it has tried in vain to read on.
@QuarkusTest
@TestProfile(OnInfrastructure.class)
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class ConsumerFreshnessTest extends OneConsumer {

    @Test
    void saysHowFreshItIs() throws Exception {
        var subject = Ids.next();
        try (var loop = start()) {
            send(sender.message(subject, 1, "one"), sender.message(subject, 2, "two"));
            awaitRead(2);
        }
        assertThat(
                        texts(
                                """
                                select position || ' ' || extract(epoch from recorded_at)::int
                                from consumer_freshness where consumer = '%s' and topic = '%s'
                                """
                                        .formatted(consumer.name(), sender.topicName())))
                .containsExactly("2 2");
    }

    @Test
    void saysUpToWhenEveryPartitionHasBeenReadToItsEnd() throws Exception {
        var subject = Ids.next();
        var before = texts("select clock_timestamp()::text").getFirst();
        try (var loop = start()) {
            send(sender.message(subject, 1, "first"));

            awaitRead(1);
            await().atMost(PATIENCE).until(() -> caughtUpSince(before));
        }
    }

    @Test
    void saysNothingOfTheKindWhileItCannotApplyWhatItReads() throws Exception {
        var subject = Ids.next();
        var tried = new CountDownLatch(3);
        consumer.onEach(
                () -> {
                    tried.countDown();
                    throw new IllegalStateException(new java.sql.SQLTransientException("busy"));
                });
        send(sender.message(subject, 1, "first"));
        try (var loop = start()) {
            assertThat(tried.await(30, TimeUnit.SECONDS)).isTrue();

            await().atMost(PATIENCE).until(() -> partitionsBehind() <= 1);
            assertThat(partitionsBehind()).isEqualTo(1);
        }
    }

    @Test
    void saysForHowLongItHasTriedInVain() throws Exception {
        var subject = Ids.next();
        var locked = new AtomicBoolean(true);
        consumer.onEach(
                () -> {
                    if (locked.get()) {
                        throw new OptimisticLockException("somebody holds it");
                    }
                });
        try (var loop = start()) {
            send(sender.message(subject, 1, "one"));

            await().atMost(PATIENCE)
                    .until(() -> loop.failingFor().compareTo(Duration.ofSeconds(1)) > 0);
            locked.set(false);

            await().atMost(PATIENCE).until(() -> loop.failingFor().isZero());
        }
        assertThat(effects(subject)).containsExactly("one");
    }

    private int partitionsBehind() throws SQLException {
        return Integer.parseInt(
                texts(
                                "select count(*) from consumer_offset where caught_up_at is null"
                                        + " and consumer = '%s'".formatted(consumer.name()))
                        .getFirst());
    }

    private boolean caughtUpSince(String instant) throws SQLException {
        return texts(
                        """
                        select bool_and(coalesce(caught_up_at > '%s', false))::text
                        from consumer_offset where consumer = '%s'
                        """
                                .formatted(instant, consumer.name()))
                .equals(List.of("true"));
    }
}
