package locality.platform.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import locality.platform.identifier.Ids;
import locality.platform.testing.Infrastructure;
import locality.platform.testing.OnInfrastructure;
import org.junit.jupiter.api.Test;

/// A relay goes on as soon as what failed it is there again, and sends nothing twice.
@QuarkusTest
@TestProfile(OnInfrastructure.class)
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class RelayThroughFailureTest extends ALogWithRelays {

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

    private void appendRound(List<UUID> subjects, int rounds) throws SQLException {
        for (int i = 0; i < rounds; i++) {
            for (var subject : subjects) {
                log.append(subject, 1);
            }
        }
    }
}
