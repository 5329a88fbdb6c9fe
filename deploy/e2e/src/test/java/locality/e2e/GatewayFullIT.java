package locality.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import locality.platform.testing.FreePorts;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The shared edge configuration in a real nginx, before a service that writes down what reaches
/// it.
class GatewayFullIT {

    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    private static final Path HOME = Path.of("target/gateway").toAbsolutePath();
    private static final String API = "/api/budget/v1/funds";
    private static final int TWENTY_MEGABYTES = 20 * 1024 * 1024;
    private static final List<Headers> REACHED = new CopyOnWriteArrayList<>();

    private static HttpServer service;
    private static Process nginx;
    private static int port;
    private static HttpClient client;

    @BeforeAll
    static void start() throws Exception {
        service = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        service.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        service.createContext("/", GatewayFullIT::answer);
        service.start();
        port = FreePorts.next();
        configure(FreePorts.next());
        nginx = startNginx();
        client = HttpClient.newHttpClient();
        Awaitility.await("the gateway listens; its log is in " + HOME)
                .atMost(Duration.ofMinutes(2))
                .ignoreExceptions()
                .until(() -> get(API).statusCode() == 200);
    }

    @AfterAll
    static void stop() {
        client.close();
        nginx.destroy();
        nginx.onExit().orTimeout(20, TimeUnit.SECONDS).join();
        service.stop(0);
    }

    @BeforeEach
    void nothingHasReachedTheService() {
        REACHED.clear();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/q",
                "/q/health",
                "/q/metrics",
                "//q/health",
                "/q;x/health",
                "/api/q/health"
            })
    void keepsWhatIsForOperatorsInside(String path) throws Exception {
        assertProblem(get(path), 404, "NOT_FOUND");
        assertThat(REACHED).isEmpty();
    }

    @Test
    void takesABodyThatDoesNotFitInMemory() throws Exception {
        assertThat(post(2 * 1024 * 1024).statusCode()).isEqualTo(200);
    }

    @Test
    void refusesABodyOver20MegabytesAsAProblem() throws Exception {
        assertProblem(post(TWENTY_MEGABYTES + 1), 413, "CONTENT_TOO_LARGE");
        assertThat(REACHED).isEmpty();
    }

    @Test
    void saysOfAServiceThatIsAwayWhenToComeBack() throws Exception {
        var answer = get("/localities/E08000003");

        assertProblem(answer, 503, "SERVICE_UNAVAILABLE");
        assertThat(answer.headers().firstValue("Retry-After")).contains("5");
    }

    @Test
    void keepsTheRequestIdOfACallerAndGivesOneToWhoeverHasNone() throws Exception {
        var named = get(API, "X-Request-Id", "partner-4711");
        var unnamed = get(API);
        var misnamed = get(API, "X-Request-Id", "<script>");

        assertThat(requestId(named)).isEqualTo("partner-4711");
        assertThat(requestId(unnamed)).matches("[0-9a-f]{32}");
        assertThat(requestId(misnamed)).matches("[0-9a-f]{32}");
        assertThat(REACHED)
                .extracting(headers -> headers.getFirst("X-Request-Id"))
                .containsExactly("partner-4711", requestId(unnamed), requestId(misnamed));
    }

    @Test
    void believesNothingAClientSaysAboutWhereItComesFrom() throws Exception {
        get(
                API,
                "X-Forwarded-For",
                "192.0.2.1",
                "Forwarded",
                "for=192.0.2.1",
                "X-Real-IP",
                "192.0.2.1");

        assertThat(REACHED).hasSize(1);
        var reached = REACHED.getFirst();
        assertThat(reached.getFirst("X-Forwarded-For")).isEqualTo("127.0.0.1");
        assertThat(reached).doesNotContainKeys("Forwarded", "X-real-ip");
    }

    @ParameterizedTest
    @ValueSource(strings = {API, "/q/health"})
    void sendsTheHeadersThatProtectABrowserAndNoVersion(String path) throws Exception {
        var headers = get(path).headers();

        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(headers.firstValue("X-Frame-Options")).contains("DENY");
        assertThat(headers.firstValue("Referrer-Policy")).contains("same-origin");
        assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
                .contains("frame-ancestors 'none'");
        assertThat(headers.firstValue("Server")).contains("nginx");
        assertThat(headers.map()).doesNotContainKeys("x-powered-by", "X-Powered-By");
    }

    /// From an address of its own, so that no other test is slowed down with it.
    @Test
    void tellsARunawayClientToSlowDown() throws Exception {
        try (var runaway =
                HttpClient.newBuilder().localAddress(InetAddress.getByName("127.0.0.2")).build()) {
            var answers = new ArrayList<CompletableFuture<HttpResponse<String>>>();
            for (int i = 0; i < 2_000; i++) {
                answers.add(
                        runaway.sendAsync(
                                request(API).build(), HttpResponse.BodyHandlers.ofString()));
            }
            var tooMany =
                    answers.stream()
                            .map(CompletableFuture::join)
                            .filter(answer -> answer.statusCode() != 200)
                            .toList();

            assertThat(tooMany).isNotEmpty();
            assertProblem(tooMany.getFirst(), 429, "TOO_MANY_REQUESTS");
            assertThat(tooMany.getFirst().headers().firstValue("Retry-After")).contains("1");
        }
        assertThat(get(API).statusCode()).isEqualTo(200);
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type"))
                .contains("application/problem+json");
        assertThat(answer.body())
                .contains("\"code\":\"%s\"".formatted(code))
                .contains("\"requestId\":\"%s\"".formatted(requestId(answer)));
    }

    private static String requestId(HttpResponse<?> answer) {
        return answer.headers().firstValue("X-Request-Id").orElse("none");
    }

    private static HttpResponse<String> get(String path, String... headers) throws Exception {
        var request = request(path);
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    /// Asks before it sends, as a body that is refused need not travel.
    private static HttpResponse<String> post(int bytes) throws Exception {
        return send(
                request(API)
                        .expectContinue(true)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[bytes])));
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .version(HttpClient.Version.HTTP_1_1);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            REACHED.add(exchange.getRequestHeaders());
            exchange.getResponseHeaders().set("X-Powered-By", "a service 1.2.3");
            exchange.sendResponseHeaders(200, -1);
        }
    }

    private static void configure(int nobodyListens) throws IOException {
        Files.createDirectories(HOME.resolve("temp"));
        Files.createDirectories(HOME.resolve("data/run"));
        var conf = Files.createDirectories(HOME.resolve("conf"));
        for (var file : List.of("nginx.conf", "routes.conf")) {
            Files.copy(
                    ROOT.resolve("deploy/gateway").resolve(file),
                    conf.resolve(file),
                    StandardCopyOption.REPLACE_EXISTING);
        }
        var upstreams = new StringBuilder("map $server_port $outer_scheme { default http; }\n");
        for (var name : List.of("governance", "budget", "intervention", "reporting")) {
            var listener =
                    name.equals("reporting") ? nobodyListens : service.getAddress().getPort();
            upstreams.append(
                    "upstream %s { server 127.0.0.1:%d; keepalive 32; }\n"
                            .formatted(name, listener));
        }
        upstreams.append("server { listen 127.0.0.1:%d; include routes.conf; }\n".formatted(port));
        Files.writeString(conf.resolve("upstreams.conf"), upstreams.toString());
    }

    /// The nginx that `deploy/up` would take.
    private static Process startNginx() throws IOException {
        var script =
                """
                . deploy/local/common.sh; . deploy/local/nginx.sh; use_nginx
                user=; ((EUID)) || user='user root;'
                export LD_LIBRARY_PATH=$GATEWAY_NGINX_LIBRARIES
                exec "$GATEWAY_NGINX" -p "$HOME_OF_GATEWAY" -c conf/nginx.conf -e stderr -g "daemon off; $user"
                """;
        var builder = new ProcessBuilder("bash", "-euc", script).directory(ROOT.toFile());
        builder.environment().put("DATA_DIR", HOME.resolve("data").toString());
        builder.environment().put("HOME_OF_GATEWAY", HOME.toString());
        return builder.redirectErrorStream(true)
                .redirectOutput(HOME.resolve("gateway.log").toFile())
                .start();
    }
}
