package locality.platform.eventlog;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Runs this process's relay from start to shutdown, unless `suite.relay.enabled` is false.
@Singleton
class RelayLifecycle {

    private final Relay relay;
    private final boolean enabled;

    RelayLifecycle(
            AgroalDataSource database,
            Signals signals,
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            @ConfigProperty(name = "suite.service") String service,
            @ConfigProperty(name = "suite.relay.enabled", defaultValue = "true") boolean enabled) {
        this.relay = new Relay(database, new Topic(service, kafka), signals);
        this.enabled = enabled;
    }

    void start(@Observes @Priority(Interceptor.Priority.APPLICATION) StartupEvent event) {
        if (enabled) {
            relay.start();
        }
    }

    void stop(@Observes ShutdownEvent event) {
        if (enabled) {
            relay.close();
        }
    }

    Relay relay() {
        return relay;
    }
}
