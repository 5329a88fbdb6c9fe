package locality.platform.eventlog;

import io.smallrye.health.api.Wellness;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/// Whether the relay refuses to publish. It is wellness, not readiness: the service itself can work
/// while its events wait.
@Wellness
class RelayHealth implements HealthCheck {

    private final RelayLifecycle lifecycle;

    RelayHealth(RelayLifecycle lifecycle) {
        this.lifecycle = lifecycle;
    }

    @Override
    public HealthCheckResponse call() {
        var halted = lifecycle.relay().halted();
        var answer = HealthCheckResponse.named("Events are published").status(halted == null);
        return (halted == null ? answer : answer.withData("reason", halted)).build();
    }
}
