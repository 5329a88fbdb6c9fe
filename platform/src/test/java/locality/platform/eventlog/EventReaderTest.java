package locality.platform.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import locality.platform.caller.Caller;
import locality.platform.event.GovernanceEvent.DelegationEnded;
import locality.platform.identifier.Ids;
import locality.platform.place.Locality;
import locality.platform.testing.Infrastructure;
import locality.platform.testing.OnInfrastructure;
import locality.platform.testing.Postgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(OnInfrastructure.class)
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class EventReaderTest {

    private static final Caller ROCHDALE =
            new Caller("E08000005", "a-viewer", Set.of("viewer"), Set.of(Locality.ROCHDALE));

    private FreshLog log;
    private EventReader reader;

    @BeforeEach
    void freshLog() {
        log = FreshLog.create();
        reader = new EventReader(log.database(), new Signals(), log.service());
    }

    @Test
    void everyLocalityReadsWhatBelongsToGreaterManchester() throws Exception {
        append(Ids.next(), Locality.MANCHESTER, "of another place");
        var shared = Ids.next();
        append(shared, Locality.GREATER_MANCHESTER, "everybody's");
        var own = Ids.next();
        append(own, Locality.ROCHDALE, "of this place");

        var seen = reader.after(0, 10, positioned(3), ROCHDALE);

        assertThat(seen)
                .extracting(Envelope::subjectId)
                .containsExactly(shared.toString(), own.toString());
        var first = UUID.fromString(seen.getFirst().eventId());
        assertThat(reader.positionOf(first, ROCHDALE)).hasValue(2);
    }

    @Test
    void aBatchOfLargeEventsEndsBeforeItFillsTheMemory() throws Exception {
        var large = "x".repeat(500_000);
        for (int i = 0; i < 12; i++) {
            append(Ids.next(), Locality.ROCHDALE, large);
        }

        var first = reader.after(0, 1000, positioned(12), ROCHDALE);
        var rest = reader.after(first.getLast().position(), 1000, Duration.ZERO, ROCHDALE);

        assertThat(first)
                .extracting(Envelope::position)
                .containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L);
        assertThat(rest).extracting(Envelope::position).containsExactly(10L, 11L, 12L);
    }

    private void append(UUID subject, Locality place, String reason) throws SQLException {
        var event = new DelegationEnded(subject, reason, place, LocalDate.EPOCH);
        var entry = new EventLog.Entry(event, new Origin("service:test", "a-test", null, null));
        try (var connection = log.as(Postgres.APP)) {
            EventRows.insert(connection, List.of(entry), Instant.EPOCH);
        }
    }

    /// Once so many events have their positions, there is nothing to wait for.
    private Duration positioned(long count) {
        try (var relay = log.startRelay()) {
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> log.number("select count(*) from event_position") == count);
        }
        return Duration.ZERO;
    }
}
