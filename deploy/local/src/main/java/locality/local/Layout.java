package locality.local;

import java.nio.file.Path;
import java.util.Map;

/// Where things lie: the checkout, and the data folder, which `DATA_DIR` moves.
record Layout(Path checkout, Path data) {

    static Layout in(Map<String, String> environment) {
        var checkout = Path.of(environment.getOrDefault("SUITE_CHECKOUT", ".")).toAbsolutePath();
        var given = environment.getOrDefault("DATA_DIR", "");
        var data = given.isBlank() ? checkout.resolve("deploy/local/data") : Path.of(given);
        return new Layout(checkout.normalize(), data.toAbsolutePath().normalize());
    }

    Path run() {
        return data.resolve("run");
    }

    Path logs() {
        return data.resolve("logs");
    }

    /// The built programs as they were when the suite came up: a build beside a running suite does
    /// not touch them.
    Path programs() {
        return data.resolve("app");
    }

    Path postgres() {
        return data.resolve("postgres");
    }

    Path cluster() {
        return postgres().resolve("cluster");
    }

    Path kafka() {
        return data.resolve("kafka");
    }

    Path issuer() {
        return data.resolve("issuer");
    }

    Path gateway() {
        return data.resolve("gateway");
    }

    Path passwords() {
        return data.resolve("passwords");
    }

    Path demoLoaded() {
        return data.resolve("demo-loaded");
    }

    Path demo() {
        return checkout.resolve("deploy/demo/target/demo.jar");
    }

    Path topics() {
        return checkout.resolve("deploy/kafka/topics.yaml");
    }
}
