package locality.local;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// One process of the suite: how it is started, when it is ready, how it likes to be stopped.
record Part(
        String name,
        List<String> command,
        Map<String, String> environment,
        Path log,
        int port,
        URI readiness,
        Signals farewell,
        Duration patience) {

    static final Duration USUAL_PATIENCE = Duration.ofSeconds(20);

    static URI http(int port, String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    static URI tcp(int port) {
        return URI.create("tcp://127.0.0.1:" + port);
    }

    /// The farewell that a process of this name understands, for those left behind by an earlier
    /// run.
    static Signals farewellOf(String name) {
        // TERM would make PostgreSQL wait for its clients.
        return name.equals(Postgres.NAME) ? Signals.INT : Signals.TERM;
    }
}
