package locality.platform.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;

/// A log of its own for each test, and what relays are to make of it.
abstract class ALogWithRelays {

    static final Duration PATIENCE = Duration.ofSeconds(60);
    FreshLog log;

    @BeforeEach
    void freshLog() {
        log = FreshLog.create();
    }

    void loseTheLeadersConnection() throws SQLException {
        log.intrude(
                """
                select pg_terminate_backend(pid) from pg_locks
                where locktype = 'advisory' and granted
                  and database = (select oid from pg_database where datname = current_database())
                """);
    }

    void awaitPositions(long count) {
        await().atMost(PATIENCE)
                .until(() -> log.number("select count(*) from event_position") == count);
    }

    void awaitPublished(long position) {
        await().atMost(PATIENCE)
                .until(() -> log.number("select position from relay_cursor") == position);
    }

    void assertGapless(long count) throws SQLException {
        assertThat(log.number("select count(*) from event_log")).isEqualTo(count);
        assertThat(log.number("select count(*) from event_pending")).isZero();
        assertThat(log.published().stream().map(Envelope::position).sorted())
                .containsExactlyElementsOf(LongStream.rangeClosed(1, count).boxed().toList());
        assertThat(new ChainVerifier(log.database()).verify().intact()).isTrue();
    }

    void assertEverySubjectInOrder() {
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
