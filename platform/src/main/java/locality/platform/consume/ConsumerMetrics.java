package locality.platform.consume;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/// What an operator watches: `suite.events.parked`, how many events wait for a person, and for each
/// consumer `suite.consumer.failing`, how long it has tried in vain to go on.
@Singleton
class ConsumerMetrics {

    private final AgroalDataSource database;
    private final AtomicLong parked;

    ConsumerMetrics(
            AgroalDataSource database, MeterRegistry registry, ConsumerLifecycle consumers) {
        this.database = database;
        parked = registry.gauge("suite.events.parked", new AtomicLong());
        consumers.loops().forEach(loop -> watch(loop, registry));
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

    private static void watch(ConsumerLoop loop, MeterRegistry registry) {
        TimeGauge.builder(
                        "suite.consumer.failing",
                        loop,
                        TimeUnit.MILLISECONDS,
                        it -> it.failingFor().toMillis())
                .tag("consumer", loop.name())
                .register(registry);
    }
}
