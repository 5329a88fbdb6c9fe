package locality.platform.eventlog;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicLong;

/// What an operator watches: `suite.relay.lag`, `.pending`, `.leader`, `.halted`. The counts come
/// from the database, so that they are also there, and alarming, when no relay leads.
@Singleton
class EventLogMetrics {

    private final AgroalDataSource database;
    private final AtomicLong lag;
    private final AtomicLong pending;

    EventLogMetrics(AgroalDataSource database, MeterRegistry registry, RelayLifecycle lifecycle) {
        this.database = database;
        lag = registry.gauge("suite.relay.lag", new AtomicLong());
        pending = registry.gauge("suite.relay.pending", new AtomicLong());
        registry.gauge("suite.relay.leader", lifecycle, it -> it.relay().leads() ? 1 : 0);
        registry.gauge("suite.relay.halted", lifecycle, it -> it.relay().halted() == null ? 0 : 1);
    }

    @Scheduled(every = "10s")
    void measure() throws SQLException {
        try (var connection = database.getConnection();
                var select =
                        connection.prepareStatement(
                                """
                                select coalesce((select max(position) from event_position), 0)
                                         - (select position from relay_cursor) as lag,
                                       (select count(*) from event_pending) as pending
                                """);
                var row = select.executeQuery()) {
            row.next();
            lag.set(row.getLong("lag"));
            pending.set(row.getLong("pending"));
        }
    }
}
