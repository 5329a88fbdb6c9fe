package locality.platform.testing;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/// The platform as an application of its own, with neither relay nor consumers running: the tests
/// start and break their own.
public final class OnInfrastructure implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "suite.service", "platform",
                "suite.relay.enabled", "false",
                "suite.consumer.enabled", "false",
                "quarkus.http.test-port", "0");
    }
}
