package locality.platform.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.sql.SQLException;
import java.time.Duration;
import locality.platform.identifier.Ids;
import locality.platform.testing.Infrastructure;
import locality.platform.testing.OnInfrastructure;
import org.junit.jupiter.api.Test;

/// A relay stops where the log was restored to an earlier state, and gives no position twice.
@QuarkusTest
@TestProfile(OnInfrastructure.class)
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class RelayAfterRestoreTest extends ALogWithRelays {

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

    private void assertGivesNoPositionAfter(long last, long waiting) {
        await().during(Duration.ofSeconds(1))
                .atMost(PATIENCE)
                .until(
                        () ->
                                log.number("select max(position) from event_position") == last
                                        && log.number("select count(*) from event_pending")
                                                == waiting);
    }
}
