package locality.platform.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import locality.platform.identifier.Ids;
import locality.platform.testing.Infrastructure;
import locality.platform.testing.OnInfrastructure;
import org.junit.jupiter.api.Test;

/// What is committed is published once, in order and without a gap, by the one relay that leads.
@QuarkusTest
@TestProfile(OnInfrastructure.class)
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class RelayTest extends ALogWithRelays {

    @Test
    void whatCommitsLateIsPublishedAndLeavesNoGap() throws Exception {
        var early = Ids.next();
        var late = Ids.next();
        try (var relay = log.startRelay();
                var slow = log.begin()) {
            FreshLog.append(slow, late, "took its id first");
            log.append(early, 3);
            awaitPublished(3);

            slow.commit();

            awaitPublished(4);
            assertThat(relay.leads()).isTrue();
        }
        assertGapless(4);
        assertThat(log.published())
                .filteredOn(event -> event.subjectId().equals(late.toString()))
                .extracting(Envelope::position)
                .containsExactly(4L);
    }

    @Test
    void whatIsRolledBackLeavesNoTrace() throws Exception {
        var subject = Ids.next();
        try (var relay = log.startRelay();
                var failing = log.begin()) {
            FreshLog.append(failing, subject, "never happened");
            failing.rollback();

            log.append(subject, 2);

            awaitPublished(2);
            assertThat(relay.halted()).isNull();
        }
        assertGapless(2);
        assertThat(log.published()).extracting(Envelope::subjectVersion).containsExactly(1, 2);
    }

    @Test
    void ofTwoRelaysOneLeadsAndTheOtherTakesOver() throws Exception {
        var subject = Ids.next();
        try (var first = log.startRelay()) {
            await().atMost(PATIENCE).until(first::leads);
            try (var second = log.startRelay()) {
                log.append(subject, 5);
                awaitPublished(5);
                assertThat(second.leads()).isFalse();

                first.close();

                await().atMost(PATIENCE).until(second::leads);
                log.append(subject, 5);
                awaitPublished(10);
            }
        }
        assertGapless(10);
        assertEverySubjectInOrder();
    }

    @Test
    void aLeaderThatLosesItsConnectionLosesTheLead() throws Exception {
        try (var first = log.startRelay();
                var second = log.startRelay()) {
            log.append(Ids.next(), 1);
            awaitPublished(1);

            loseTheLeadersConnection();
            log.append(Ids.next(), 1);

            awaitPublished(2);
            assertThat(List.of(first.leads(), second.leads()))
                    .containsExactlyInAnyOrder(true, false);
        }
        assertGapless(2);
    }

    @Test
    void theLargestEventIsPublishedAndALargerOneHoldsUpNobody() throws Exception {
        var subject = Ids.next();
        var room = EventTooLarge.LARGEST - FreshLog.json(subject, "").length();
        try (var relay = log.startRelay();
                var transaction = log.begin()) {
            var tooLarge = "x".repeat(room + 1);
            assertThatThrownBy(() -> FreshLog.append(transaction, subject, tooLarge))
                    .isInstanceOf(EventTooLarge.class);
            FreshLog.append(transaction, subject, "x".repeat(room), "the next");
            transaction.commit();

            awaitPublished(2);
            assertThat(relay.halted()).isNull();
        }
        assertThat(log.published())
                .extracting(event -> event.data().length())
                .containsExactly(
                        EventTooLarge.LARGEST, FreshLog.json(subject, "the next").length());
    }

    @Test
    void tenThousandEventsOfManyWritersSomeRolledBackAllArriveOnceInOrder() throws Exception {
        var subjects = IntStream.range(0, 200).mapToObj(i -> Ids.next()).toList();
        var committed = new AtomicInteger();
        try (var first = log.startRelay();
                var second = log.startRelay();
                var writers = Executors.newFixedThreadPool(8)) {
            for (int seed = 0; seed < 8; seed++) {
                var random = new Random(seed);
                var own = subjects.subList(seed * 25, seed * 25 + 25);
                writers.submit(() -> committed.addAndGet(write(own, random)));
            }
            writers.close();
            first.close();
            awaitPublished(committed.get());
            assertThat(second.leads()).isTrue();
        }
        assertThat(committed.get()).isGreaterThan(10_000);
        assertGapless(committed.get());
        assertEverySubjectInOrder();
        assertThat(log.published()).hasSize(committed.get());
    }

    /// Transactions of one to nine events, a fifth of them rolled back, some ended out of order.
    private int write(List<UUID> subjects, Random random) throws SQLException {
        int committed = 0;
        try (var one = log.begin();
                var other = log.begin()) {
            for (int i = 0; i < 200; i++) {
                var before = random.nextInt(subjects.size() / 2) * 2;
                int events = 1 + random.nextInt(9);
                FreshLog.append(one, subjects.get(before), reasons(events));
                FreshLog.append(other, subjects.get(before + 1), reasons(events));
                committed += end(other, random) * events;
                committed += end(one, random) * events;
            }
        }
        return committed;
    }

    private static int end(java.sql.Connection transaction, Random random) throws SQLException {
        if (random.nextInt(5) == 0) {
            transaction.rollback();
            return 0;
        }
        transaction.commit();
        return 1;
    }

    private static String[] reasons(int count) {
        return IntStream.range(0, count).mapToObj(i -> "reason " + i).toArray(String[]::new);
    }
}
