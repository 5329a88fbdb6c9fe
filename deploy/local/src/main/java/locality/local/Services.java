package locality.local;

import java.nio.file.Files;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The four services, each told by its environment where everything is.
final class Services {
    static final Map<String, Port> PORTS = ports();
    private static final int HEAP = 256;

    private Services() {}

    private static Map<String, Port> ports() {
        var ports = new LinkedHashMap<String, Port>();
        ports.put("governance", Port.GOVERNANCE);
        ports.put("budget", Port.BUDGET);
        ports.put("intervention", Port.INTERVENTION);
        ports.put("reporting", Port.REPORTING);
        return ports;
    }

    static List<String> names() {
        return List.copyOf(PORTS.keySet());
    }

    static Part part(
            String name, Layout layout, Map<Port, Integer> ports, Surroundings surroundings) {
        var jar = layout.programs().resolve(name + "-service/quarkus-run.jar");
        if (!Files.exists(jar)) {
            throw new CannotStart("The " + name + " service is not built: " + jar + " is missing.");
        }
        int port = ports.getOrDefault(Services.PORTS.get(name), 0);
        return new Part(
                name,
                Jvm.jar(jar, HEAP),
                environment(name, port, ports, surroundings),
                layout.logs().resolve(name + ".log"),
                port,
                Part.http(port, "/q/health/ready"),
                Signals.TERM,
                Part.USUAL_PATIENCE);
    }

    private static Map<String, String> environment(
            String name, int port, Map<Port, Integer> ports, Surroundings surroundings) {
        var database = surroundings.databases().get(name);
        var environment = new HashMap<String, String>();
        environment.put("HTTP_HOST", "127.0.0.1");
        environment.put("HTTP_PORT", Integer.toString(port));
        if (database != null) {
            environment.put("DATABASE_URL", database.url());
            environment.put("DATABASE_OWNER", database.owner());
            environment.put("DATABASE_OWNER_PASSWORD", database.ownerPassword());
            environment.put("DATABASE_USER", database.user());
            environment.put("DATABASE_PASSWORD", database.password());
        }
        environment.put("KAFKA_BOOTSTRAP_SERVERS", surroundings.kafka());
        if (surroundings.kafkaIsOurs()) {
            // There is one of each service here: when it was killed, the next one takes its place
            // at
            // once, where Kafka would first wait for the dead to answer.
            environment.put("KAFKA_GROUP_INSTANCE_ID", name);
        }
        environment.put("OIDC_ISSUER", surroundings.issuer());
        environment.put("OIDC_CLIENT_SECRET", surroundings.clientSecret());
        environment.put("GATEWAY_ORIGIN", "http://localhost:" + ports.get(Port.GATEWAY));
        environment.put("QUARKUS_PROFILE", "prod");
        return environment;
    }
}
