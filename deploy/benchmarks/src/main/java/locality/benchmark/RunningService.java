package locality.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import locality.platform.testing.FreePorts;
import locality.platform.testing.Infrastructure;
import locality.platform.testing.Postgres;
import org.awaitility.Awaitility;

/// One service as a process of its own, in production's profile, on a PostgreSQL, a Kafka broker
/// and an issuer of its own.
public final class RunningService implements AutoCloseable {

    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();
    private static final int READY_WITHIN_SECONDS = 120;

    private final Infrastructure infrastructure = new Infrastructure();
    private final HttpClient client = HttpClient.newHttpClient();
    private final int port = FreePorts.next();
    private final Process process;

    /// @param name as in `governance`
    public RunningService(String name) throws IOException {
        process = start(name);
        Awaitility.await(name + "-service is ready")
                .atMost(Duration.ofSeconds(READY_WITHIN_SECONDS))
                .ignoreExceptions()
                .until(() -> send(request("/q/health/ready").build()).statusCode() == 200);
    }

    /// The answer to a question that must succeed.
    public String get(String path, String token) {
        var answer = send(request(path).header("Authorization", "Bearer " + token).GET().build());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(
                    "GET %s: %d %s".formatted(path, answer.statusCode(), answer.body()));
        }
        return answer.body();
    }

    /// The answer to a command that must succeed and is sent once.
    public String post(String path, String token, String mediaType, String body) {
        var answer =
                send(
                        request(path)
                                .header("Authorization", "Bearer " + token)
                                .header("Content-Type", mediaType)
                                .header("Idempotency-Key", UUID.randomUUID().toString())
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build());
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException(
                    "POST %s: %d %s".formatted(path, answer.statusCode(), answer.body()));
        }
        return answer.body();
    }

    /// The service's database, in the role it runs in.
    public Connection database() throws SQLException {
        return Infrastructure.get().postgres().as(Postgres.APP, "suite");
    }

    /// The service's database, to fill and to analyse it.
    public Connection databaseAsOwner() throws SQLException {
        return Infrastructure.get().postgres().superuser("suite");
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().orTimeout(20, TimeUnit.SECONDS).join();
        client.close();
        infrastructure.stop();
    }

    private Process start(String name) throws IOException {
        var jar = ROOT.resolve(name + "-service/target/quarkus-app/quarkus-run.jar");
        var log = Files.createDirectories(Path.of("target")).resolve(name + ".log");
        var builder =
                new ProcessBuilder(
                                List.of(
                                        JAVA,
                                        "-Xmx256m",
                                        "-XX:+UseSerialGC",
                                        "-jar",
                                        jar.toString()))
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile());
        builder.environment().putAll(infrastructure.start());
        builder.environment().put("HTTP_PORT", String.valueOf(port));
        builder.environment().put("QUARKUS_PROFILE", "prod");
        var started = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(started::destroyForcibly));
        return started;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:%d%s".formatted(port, path)));
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopping);
        }
    }
}
