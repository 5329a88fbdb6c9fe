package locality.platform.consume;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Runs a loop for every [EventConsumer] there is, from start to shutdown, unless
/// `suite.consumer.enabled` is false.
@Singleton
class ConsumerLifecycle {

    private final List<Inbox> inboxes;
    private final List<ConsumerLoop> loops;
    private final boolean enabled;

    ConsumerLifecycle(
            AgroalDataSource database,
            @Any Instance<EventConsumer> consumers,
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            @ConfigProperty(name = "suite.consumer.enabled", defaultValue = "true")
                    boolean enabled) {
        this.enabled = enabled;
        this.inboxes = consumers.stream().map(consumer -> new Inbox(consumer, database)).toList();
        this.loops = inboxes.stream().map(inbox -> new ConsumerLoop(inbox, kafka)).toList();
    }

    void start(@Observes StartupEvent event) {
        if (enabled) {
            loops.forEach(ConsumerLoop::start);
        }
    }

    void stop(@Observes ShutdownEvent event) {
        if (enabled) {
            loops.forEach(ConsumerLoop::close);
        }
    }

    List<ConsumerLoop> loops() {
        return loops;
    }

    Optional<Inbox> inbox(String consumer) {
        return inboxes.stream().filter(inbox -> inbox.name().equals(consumer)).findFirst();
    }
}
