package locality.platform.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import locality.platform.identifier.Ids;
import locality.platform.testing.Infrastructure;
import locality.platform.testing.OnInfrastructure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(OnInfrastructure.class)
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class RelayTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private FreshLog log;

    @BeforeEach
    void freshLog() {
        log = FreshLog.create();
    }

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
    void aRelayThatFailsBetweenTheTopicAndItsCursorSendsNothingTwice() throws Exception {
        log.intrude(
                """
                create sequence failures;
                create function fail_three_times() returns trigger language plpgsql as $$
                begin
                  if new.position > 0 and nextval('failures') <= 3 then
                    raise exception 'killed after the topic has it';
                  end if;
                  return new;
                end $$;
                grant usage on sequence failures to public;
                create trigger kill before update on relay_cursor
                  for each row execute function fail_three_times();
                """);
        try (var relay = log.startRelay()) {
            log.append(Ids.next(), 4);

            awaitPublished(4);
            await().atMost(PATIENCE)
                    .until(() -> log.number("select position from relay_cursor") == 4);
            assertThat(relay.halted()).isNull();
        }
        assertThat(log.number("select last_value from failures")).isGreaterThan(3);
        assertEverySubjectInOrder();
        assertThat(log.published()).hasSize(4);
    }

    @Test
    void aTopicThatWasLostIsWrittenAnew() throws Exception {
        try (var relay = log.startRelay()) {
            log.append(Ids.next(), 3);
            awaitPublished(3);
            relay.close();
        }
        var replacement = FreshLog.create();

        try (var relay = log.startRelay(replacement.topic())) {
            await().atMost(PATIENCE).until(() -> replacement.published().size() == 3);
            assertThat(relay.halted()).isNull();
        }
    }

    @Test
    void afterARestoreThatWouldUsePositionsTwiceItRefusesToRun() throws Exception {
        try (var relay = log.startRelay()) {
            log.append(Ids.next(), 5);
            awaitPublished(5);
        }
        cutTheLogAfter(3);
        log.append(Ids.next(), 4);

        try (var relay = log.startRelay()) {
            await().atMost(PATIENCE).until(() -> relay.halted() != null);

            assertThat(relay.halted()).contains("restored to an earlier state");
            assertGivesNoPositionAfter(3, 4);
            assertThat(log.published()).hasSize(5);
        }
    }

    @Test
    void aTailCutUnderARunningRelayStopsIt() throws Exception {
        try (var relay = log.startRelay()) {
            log.append(Ids.next(), 5);
            awaitPublished(5);

            cutTheLogAfter(3);

            await().atMost(PATIENCE).until(() -> relay.halted() != null);
            log.append(Ids.next(), 4);
            assertGivesNoPositionAfter(3, 4);
            assertThat(log.published()).hasSize(5);
        }
    }

    @Test
    void aHaltedRelayNoticesThatItLostTheLead() throws Exception {
        try (var relay = log.startRelay()) {
            log.append(Ids.next(), 5);
            awaitPublished(5);
            cutTheLogAfter(3);
            await().atMost(PATIENCE).until(() -> relay.halted() != null);

            loseTheLeadersConnection();

            await().atMost(PATIENCE).until(() -> relay.leads() && relay.halted() != null);
            log.append(Ids.next(), 4);
            assertGivesNoPositionAfter(3, 4);
        }
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
    void aBrokerThatWasNeverThereStopsNoPositions() throws Exception {
        var nobody =
                Map.<String, Object>of("bootstrap.servers", "localhost:1", "max.block.ms", 500);
        try (var relay = log.startRelay(new Topic(log.service(), nobody))) {
            log.append(Ids.next(), 3);

            awaitPositions(3);
            assertThat(relay.halted()).isNull();
        }
    }

    @Test
    void aRelayThatCanGiveNoPositionTriesMoreAndMoreSeldom() throws Exception {
        log.intrude(
                """
                create sequence attempts minvalue 0;
                create function count_and_fail() returns trigger language plpgsql as $$
                begin
                  perform nextval('attempts');
                  raise exception 'no position today';
                end $$;
                grant usage on sequence attempts to public;
                create trigger fail before delete on event_pending
                  for each statement execute function count_and_fail();
                """);
        try (var relay = log.startRelay()) {
            await().pollDelay(Duration.ofSeconds(4))
                    .atMost(PATIENCE)
                    .until(() -> log.number("select last_value from attempts") > 2);
            assertThat(log.number("select last_value from attempts")).isLessThan(10);
        }
    }

    @Test
    void anOutageOfTheBrokerLosesNothingAndSwapsNothing() throws Exception {
        var impatient =
                log.topic(
                        Map.of(
                                "delivery.timeout.ms", 2000,
                                "request.timeout.ms", 1000,
                                "max.block.ms", 2000,
                                "default.api.timeout.ms", 2000));
        var subjects = IntStream.range(0, 8).mapToObj(i -> Ids.next()).toList();
        var broker = Infrastructure.get().broker();
        try (var relay = log.startRelay(impatient)) {
            appendRound(subjects, 5);
            awaitPublished(40);

            broker.stop();
            try {
                appendRound(subjects, 10);
                awaitPositions(120);
                await().pollDelay(Duration.ofSeconds(6)).atMost(PATIENCE).until(relay::leads);
                appendRound(subjects, 5);
                awaitPositions(160);
            } finally {
                broker.startAgain();
            }
            appendRound(subjects, 5);
            awaitPublished(200);
        }
        assertGapless(200);
        assertEverySubjectInOrder();
        assertThat(log.published()).hasSize(200);
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

    private void appendRound(List<UUID> subjects, int rounds) throws SQLException {
        for (int i = 0; i < rounds; i++) {
            for (var subject : subjects) {
                log.append(subject, 1);
            }
        }
    }

    /// As a database looks that was restored to an earlier state.
    private void cutTheLogAfter(long position) throws SQLException {
        log.intrude(
                """
                set session_replication_role = replica;
                delete from event_log where id in
                  (select event_log_id from event_position where position > %1$d);
                delete from event_position where position > %1$d;
                """
                        .formatted(position));
    }

    private void loseTheLeadersConnection() throws SQLException {
        log.intrude(
                """
                select pg_terminate_backend(pid) from pg_locks
                where locktype = 'advisory' and granted
                  and database = (select oid from pg_database where datname = current_database())
                """);
    }

    private void assertGivesNoPositionAfter(long last, long waiting) {
        await().during(Duration.ofSeconds(1))
                .atMost(PATIENCE)
                .until(
                        () ->
                                log.number("select max(position) from event_position") == last
                                        && log.number("select count(*) from event_pending")
                                                == waiting);
    }

    private void awaitPositions(long count) {
        await().atMost(PATIENCE)
                .until(() -> log.number("select count(*) from event_position") == count);
    }

    private void awaitPublished(long position) {
        await().atMost(PATIENCE)
                .until(() -> log.number("select position from relay_cursor") == position);
    }

    private void assertGapless(long count) throws SQLException {
        assertThat(log.number("select count(*) from event_log")).isEqualTo(count);
        assertThat(log.number("select count(*) from event_pending")).isZero();
        assertThat(log.published().stream().map(Envelope::position).sorted())
                .containsExactlyElementsOf(LongStream.rangeClosed(1, count).boxed().toList());
        assertThat(new ChainVerifier(log.database()).verify().intact()).isTrue();
    }

    private void assertEverySubjectInOrder() {
        log.published().stream()
                .collect(Collectors.groupingBy(Envelope::subjectId))
                .forEach(
                        (subject, events) -> {
                            assertThat(events)
                                    .extracting(Envelope::subjectVersion)
                                    .containsExactlyElementsOf(
                                            IntStream.rangeClosed(1, events.size())
                                                    .boxed()
                                                    .toList());
                            assertThat(events).extracting(Envelope::position).isSorted();
                        });
    }
}
