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
import locality.platform.eventlog.ChainVerifier.Fault;
import locality.platform.eventlog.ChainVerifier.Verification;
import locality.platform.identifier.Ids;
import locality.platform.testing.Infrastructure;
import locality.platform.testing.OnInfrastructure;
import locality.platform.testing.Postgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@TestProfile(OnInfrastructure.class)
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class ChainVerifierTest {

    private static final int EVENTS = 10;

    private FreshLog log;

    @BeforeEach
    void tenEvents() throws SQLException {
        log = FreshLog.create();
        try (var relay = log.startRelay()) {
            log.append(Ids.next(), EVENTS);
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> log.number("select position from relay_cursor") == EVENTS);
            assertThat(relay.halted()).isNull();
        }
    }

    @Test
    void findsNothingWhereNothingWasTouched() {
        var verification = verify();

        assertThat(verification.intact()).isTrue();
        assertThat(verification.positions()).isEqualTo(EVENTS);
        assertThat(verification.hash()).hasSize(64);
        assertThat(verification.firstBroken()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "data, '''{}'''",
        "actor, '''somebody else'''",
        "effective_on, 'effective_on + 1'",
        "occurred_at, 'occurred_at + interval ''1 microsecond'''",
        "locality, '''E08000005'''",
        "causation_id, ''''''",
        "published, 'not published'"
    })
    void namesTheRowThatASuperuserEdited(String column, String value) throws SQLException {
        log.intrude(
                """
                alter table event_log disable trigger all;
                update event_log set %s = %s
                where id = (select event_log_id from event_position where position = 4);
                alter table event_log enable trigger all;
                """
                        .formatted(column, value));

        assertFaults(new Fault(4, eventAt(4), "ALTERED"));
    }

    @Test
    void namesTheRowThatWasDatedBack() throws SQLException {
        intrudeOnPositions(
                "update event_position set positioned_at = positioned_at - interval '1 day' where"
                        + " position = 7");

        assertFaults(new Fault(7, eventAt(7), "ALTERED"));
    }

    @Test
    void namesTheLinkAfterARowThatWasEditedAndHashedAnew() throws SQLException {
        intrudeOnPositions(
                """
                update event_log set actor = 'somebody else'
                where id = (select event_log_id from event_position where position = 4);
                update event_position
                set hash = event_hash(prev_hash, position, positioned_at, event_digest(event_log))
                from event_log where event_log.id = event_log_id and position = 4
                """);

        assertFaults(new Fault(5, eventAt(5), "UNLINKED"));
    }

    @Test
    void namesAnEventThatWasDeleted() throws SQLException {
        intrudeOnPositions(
                "delete from event_log where id ="
                        + " (select event_log_id from event_position where position = 6)");

        assertFaults(new Fault(6, null, "EVENT_MISSING"));
    }

    @Test
    void namesThePlaceWhereARowWasTakenOutWhole() throws SQLException {
        intrudeOnPositions("delete from event_position where position = 6");

        var verification = verify();

        assertThat(verification.intact()).isFalse();
        assertThat(verification.firstBroken())
                .isEqualTo(new Fault(7, eventAt(7), "MISSING_BEFORE"));
        assertThat(verification.unpositioned()).hasSize(1);
    }

    @Test
    void seesThatTheTailWasCut() throws SQLException {
        intrudeOnPositions(
                """
                delete from event_log where id in
                  (select event_log_id from event_position where position > 8);
                delete from event_position where position > 8
                """);

        var verification = verify();

        assertThat(verification.intact()).isFalse();
        assertThat(verification.altered()).isEmpty();
        assertThat(verification.cutAfter()).isEqualTo(8);
    }

    @ParameterizedTest
    @CsvSource({
        "event_log, update event_log set actor = 'x'",
        "event_log, delete from event_log",
        "event_log, truncate event_log cascade",
        "event_position, update event_position set position = position + 1",
        "event_position, delete from event_position",
        "event_position, truncate event_position"
    })
    void nobodyChangesTheLogNotEvenItsOwner(String table, String sql) {
        assertThatThrownBy(() -> execute(Postgres.OWNER, sql))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("keeps what it was told");
        assertThatThrownBy(() -> execute(Postgres.APP, sql))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("permission denied for table " + table);
        assertThat(verify().intact()).isTrue();
    }

    private void execute(String role, String sql) throws SQLException {
        try (var connection = log.as(role);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void assertFaults(Fault... faults) {
        var verification = verify();
        assertThat(verification.intact()).isFalse();
        assertThat(verification.altered()).containsExactly(faults);
        assertThat(verification.firstBroken()).isEqualTo(faults[0]);
    }

    private Verification verify() {
        return new ChainVerifier(log.database()).verify();
    }

    private void intrudeOnPositions(String sql) throws SQLException {
        log.intrude("set session_replication_role = replica;" + sql);
    }

    private String eventAt(long position) throws SQLException {
        try (var connection = log.superuser();
                var select =
                        connection.prepareStatement(
                                """
                                select event_id::text from event_log
                                join event_position on event_log_id = id where position = ?
                                """)) {
            select.setLong(1, position);
            try (var row = select.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }
}
