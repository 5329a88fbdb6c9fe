package locality.platform.consume;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicLong;

/// How many events are parked, as `suite.events.parked`: anything but zero waits for a person.
@Singleton
class ParkedMetrics {

    private final AgroalDataSource database;
    private final AtomicLong parked;

    ParkedMetrics(AgroalDataSource database, MeterRegistry registry) {
        this.database = database;
        parked = registry.gauge("suite.events.parked", new AtomicLong());
    }

    @Scheduled(every = "10s")
    void measure() throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("select count(*) from parked_event");
                var row = select.executeQuery()) {
            row.next();
            parked.set(row.getLong(1));
        }
    }
}
