package locality.e2e;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import locality.platform.testing.Broker;
import locality.platform.testing.FreePorts;
import locality.platform.testing.Postgres;
import org.awaitility.Awaitility;

/// The suite as it runs in production: four processes, each with its own database, one broker, one
/// issuer. A journey may kill a process and start it again.
final class RunningSuite implements AutoCloseable {

    static final List<String> SERVICES =
            List.of("governance", "budget", "intervention", "reporting");
    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    private static final Path LOGS = Path.of("target/suite").toAbsolutePath();
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    final Postgres postgres;
    final Broker broker;
    private final Map<String, Integer> ports = new LinkedHashMap<>();
    private final Map<String, Process> processes = new HashMap<>();
    private final Router router;
    private final int issuerPort;

    RunningSuite() throws IOException {
        Files.createDirectories(LOGS);
        var database = CompletableFuture.supplyAsync(Postgres::start);
        var kafka = CompletableFuture.supplyAsync(Broker::start);
        issuerPort = FreePorts.next();
        processes.put("issuer", startIssuer());
        for (var service : SERVICES) {
            ports.put(service, FreePorts.next());
        }
        router = new Router(ports);
        postgres = database.join();
        broker = kafka.join();
        SERVICES.forEach(postgres::createDatabase);
        SERVICES.forEach(this::start);
        SERVICES.forEach(this::awaitReady);
    }

    /// The one address of the suite.
    String url() {
        return router.url();
    }

    String issuerUrl() {
        return "http://localhost:%d/locality".formatted(issuerPort);
    }

    /// A token of the issuer, asked for as a machine client does.
    String token(String roles, String localities, String organisation) {
        var form =
                "grant_type=client_credentials&client_id=journey&client_secret=journey"
                        + "&roles=%s&localities=%s&organisation=%s"
                                .formatted(roles, localities, organisation);
        var answer =
                send(
                        HttpRequest.newBuilder(URI.create(issuerUrl() + "/token"))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString(form))
                                .build());
        return io.restassured.path.json.JsonPath.from(answer.body()).getString("access_token");
    }

    /// Loads the demo as a partner would, through the public interface.
    Process loadDemo(String... options) throws IOException {
        var command =
                new ArrayList<>(
                        List.of(
                                JAVA,
                                "-jar",
                                ROOT.resolve("deploy/demo/target/demo.jar").toString(),
                                "--gateway",
                                url(),
                                "--issuer",
                                issuerUrl()));
        command.addAll(List.of(options));
        return launch("demo", command, Map.of());
    }

    /// Ends a service as a power cut would.
    void kill(String service) {
        var process = processes.remove(service);
        if (process == null) {
            throw new IllegalStateException(service + " does not run");
        }
        process.destroyForcibly().onExit().join();
    }

    void start(String service) {
        var environment =
                Map.ofEntries(
                        Map.entry("HTTP_PORT", String.valueOf(ports.get(service))),
                        Map.entry("HTTP_HOST", "127.0.0.1"),
                        Map.entry("DATABASE_URL", postgres.url(service)),
                        Map.entry("DATABASE_OWNER", Postgres.OWNER),
                        Map.entry("DATABASE_OWNER_PASSWORD", Postgres.password()),
                        Map.entry("DATABASE_USER", Postgres.APP),
                        Map.entry("DATABASE_PASSWORD", Postgres.password()),
                        Map.entry("KAFKA_BOOTSTRAP_SERVERS", broker.bootstrapServers()),
                        Map.entry("KAFKA_GROUP_INSTANCE_ID", service),
                        Map.entry("OIDC_ISSUER", issuerUrl()),
                        Map.entry("OIDC_CLIENT_SECRET", "only-for-journeys-and-long-enough-for-it"),
                        Map.entry("GATEWAY_ORIGIN", router.url()),
                        Map.entry("QUARKUS_PROFILE", "prod"));
        var jar = ROOT.resolve(service + "-service/target/quarkus-app/quarkus-run.jar").toString();
        processes.put(
                service,
                launch(
                        service,
                        List.of(JAVA, "-Xmx256m", "-XX:+UseSerialGC", "-jar", jar),
                        environment));
    }

    void awaitReady(String service) {
        var health =
                HttpRequest.newBuilder(
                                URI.create(
                                        "http://localhost:%d/q/health/ready"
                                                .formatted(ports.get(service))))
                        .build();
        Awaitility.await(service + " is ready; its log is in " + LOGS)
                .atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> send(health).statusCode() == 200);
    }

    @Override
    public void close() {
        processes.values().forEach(Process::destroy);
        processes
                .values()
                .forEach(process -> process.onExit().orTimeout(20, TimeUnit.SECONDS).join());
        router.close();
        broker.close();
        postgres.close();
    }

    private Process startIssuer() throws IOException {
        var folder = Files.createDirectories(LOGS.resolve("issuer"));
        var libraries = ROOT.resolve("deploy/local/target");
        return launch(
                "issuer",
                List.of(
                        JAVA,
                        "-Xmx64m",
                        "-cp",
                        libraries + "/*" + File.pathSeparator + libraries + "/lib/*",
                        "locality.local.Issuer",
                        folder.toString(),
                        String.valueOf(issuerPort)),
                Map.of());
    }

    private static Process launch(
            String name, List<String> command, Map<String, String> environment) {
        try {
            var builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().putAll(environment);
            builder.redirectOutput(
                    ProcessBuilder.Redirect.appendTo(LOGS.resolve(name + ".log").toFile()));
            var process = builder.start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            return process;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static HttpResponse<String> send(HttpRequest request) {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopping);
        }
    }
}
