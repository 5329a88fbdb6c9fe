package locality.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The real servers, killed without warning: they come back by themselves with all they had
/// acknowledged.
class RecoveryTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir Path folder;
    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
    private final Set<Integer> given = new HashSet<>();
    private RunRecords records;
    private Launcher launcher;
    private @Nullable Watched watched;

    @BeforeEach
    void prepare() {
        records = new RunRecords(folder);
        launcher = new Launcher(records);
    }

    @AfterEach
    void stop() {
        if (watched != null) {
            watched.stop();
        }
    }

    @Test
    void postgresComesBackWithEveryAcknowledgedRow() throws Exception {
        var passwords = new Passwords(folder.resolve("passwords"));
        var postgres = new Postgres(folder.resolve("postgres"), freePort(), passwords);
        postgres.prepare(launcher);
        start(postgres.part(folder));
        var databases = new Databases(postgres, passwords);
        databases.create(List.of("budget"));
        execute(postgres, passwords, "create table kept (line int)");
        execute(postgres, passwords, "insert into kept values (1)");

        killAndAwaitReturn(Postgres.NAME);
        databases.create(List.of("budget"));

        assertThat(execute(postgres, passwords, "insert into kept select line + 1 from kept"))
                .isEqualTo(1);
        assertThat(setting(postgres, passwords, "fsync")).isEqualTo("on");
        assertThat(setting(postgres, passwords, "synchronous_commit")).isEqualTo("on");
    }

    @Test
    void kafkaComesBackWithEveryAcknowledgedMessage() throws Exception {
        int port = freePort();
        var kafka = "127.0.0.1:" + port;
        var home = folder.resolve("kafka");
        Folders.create(home);
        start(
                part(
                        KafkaNode.NAME,
                        Jvm.main(KafkaNode.class, 256, home.toString(), "" + port, "" + freePort()),
                        Part.tcp(port)));
        var topics = Topics.in(Path.of("../kafka/topics.yaml"));
        assertThat(topics.create(kafka, Optional.empty())).hasSize(4);
        assertThat(send(kafka)).isZero();

        killAndAwaitReturn(KafkaNode.NAME);

        assertThat(topics.create(kafka, Optional.empty())).isEmpty();
        assertThat(send(kafka)).isEqualTo(1);
    }

    @Test
    void theIssuerGivesTheClaimsAskedForAndKeepsItsKey() throws Exception {
        int port = freePort();
        var home = folder.resolve("issuer");
        Folders.create(home);
        start(
                part(
                        Issuer.NAME,
                        Jvm.main(Issuer.class, 64, home.toString(), "" + port),
                        Part.http(port, "/locality/jwks")));
        var keys = get(port, "/locality/jwks");

        killAndAwaitReturn(Issuer.NAME);

        assertThat(get(port, "/locality/jwks")).isEqualTo(keys);
        assertThat(claimsFor(port, "roles=finance,governance&localities=E08000003,E08000005"))
                .contains("\"groups\":[\"finance\",\"governance\"]")
                .contains("\"localities\":[\"E08000003\",\"E08000005\"]")
                .contains("\"organisation\":\"E08000003\"")
                .contains("\"aud\":\"locality-suite\"")
                .contains("\"sub\":\"someone\"");
    }

    @Test
    void theIssuerGivesWhatWasChosenOnTheLoginPageAndKeepsItOnRefresh() throws Exception {
        int port = freePort();
        var home = folder.resolve("issuer");
        Folders.create(home);
        start(
                part(
                        Issuer.NAME,
                        Jvm.main(Issuer.class, 64, home.toString(), "" + port),
                        Part.http(port, "/locality/jwks")));
        var page =
                "/locality/authorize?response_type=code&client_id=locality-suite&scope=openid&state=12345678"
                    + "&redirect_uri=http://localhost/back";
        var chosen = "{\"groups\":[\"analyst\"],\"localities\":[\"E08000010\"]}";

        assertThat(get(port, page)).contains("Sign in to the local suite");
        var back =
                send(
                        port,
                        page,
                        "username=ann&claims=" + URLEncoder.encode(chosen, StandardCharsets.UTF_8));
        var code =
                back.headers()
                        .firstValue("location")
                        .orElseThrow()
                        .replaceAll(".*code=([^&]+).*", "$1");
        var first =
                token(
                        port,
                        "grant_type=authorization_code&redirect_uri=http://localhost/back&code="
                                + code);
        var second =
                token(
                        port,
                        "grant_type=refresh_token&refresh_token=" + field(first, "refresh_token"));

        for (var answer : List.of(first, second)) {
            assertThat(claimsOf(answer))
                    .contains("\"groups\":[\"analyst\"]")
                    .contains("\"localities\":[\"E08000010\"]")
                    .contains("\"aud\":\"locality-suite\"")
                    .contains("\"sub\":\"ann\"");
        }
    }

    private void start(Part part) {
        var out = new PrintStream(screen, true, StandardCharsets.UTF_8);
        var started = new Watched(part, launcher, records, new Progress(out));
        watched = started;
        started.start();
        started.awaitReady(PATIENCE);
    }

    private Part part(String name, List<String> command, URI readiness) {
        return new Part(
                name,
                command,
                Map.of(),
                folder.resolve(name + ".log"),
                readiness.getPort(),
                readiness,
                Signals.TERM,
                Part.USUAL_PATIENCE);
    }

    private void killAndAwaitReturn(String name) {
        Signals.KILL.send(records.find(name).orElseThrow().identity().pid());

        var returned =
                Waiting.within(
                        PATIENCE,
                        () -> screen.toString(StandardCharsets.UTF_8).contains("ready again"));
        assertThat(returned).as(screen.toString(StandardCharsets.UTF_8)).isTrue();
    }

    private static int execute(Postgres postgres, Passwords passwords, String sql)
            throws Exception {
        try (var connection = asOwner(postgres, passwords);
                var statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }

    private static String setting(Postgres postgres, Passwords passwords, String name)
            throws Exception {
        try (var connection = asOwner(postgres, passwords);
                var statement = connection.createStatement();
                var answer = statement.executeQuery("show " + name)) {
            answer.next();
            return answer.getString(1);
        }
    }

    private static java.sql.Connection asOwner(Postgres postgres, Passwords passwords)
            throws Exception {
        return DriverManager.getConnection(
                postgres.url("budget"), "budget_owner", passwords.of("budget_owner"));
    }

    private static long send(String kafka) throws Exception {
        var settings =
                Map.<String, Object>of(
                        "bootstrap.servers", kafka, "acks", "all", "reconnect.backoff.max.ms", 500);
        try (var producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            return producer.send(new ProducerRecord<>("budget.events.v1", 0, "key", "value"))
                    .get()
                    .offset();
        }
    }

    private static String claimsFor(int port, String wanted) throws Exception {
        return claimsOf(token(port, "grant_type=client_credentials&" + wanted));
    }

    private static String token(int port, String form) throws Exception {
        var client =
                form.startsWith("grant_type=client_credentials") ? "someone" : "locality-suite";
        return send(port, "/locality/token", form + "&client_secret=any&client_id=" + client)
                .body();
    }

    private static String claimsOf(String answer) {
        return new String(
                Base64.getUrlDecoder().decode(field(answer, "access_token").split("\\.")[1]),
                StandardCharsets.UTF_8);
    }

    private static String field(String answer, String name) {
        return answer.replaceAll("(?s).*\"" + name + "\"\\s*:\\s*\"([^\"]*)\".*", "$1");
    }

    private static HttpResponse<String> send(int port, String path, String form) throws Exception {
        return ask(
                HttpRequest.newBuilder(Part.http(port, path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build());
    }

    private static String get(int port, String path) throws Exception {
        return ask(HttpRequest.newBuilder(Part.http(port, path)).build()).body();
    }

    private static HttpResponse<String> ask(HttpRequest request) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    /// Below the ports that outgoing connections take, which could have it before a part is back.
    private int freePort() {
        int port;
        do {
            port = ThreadLocalRandom.current().nextInt(20_000, 32_000);
        } while (!isFree(port) || !given.add(port));
        return port;
    }

    private static boolean isFree(int port) {
        try (var _ = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"))) {
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
