package locality.e2e;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;

/// One address in front of four services, by the gateway's routes, for a machine without nginx. The
/// gateway itself is tried where it runs: by the journeys of `deploy/verify --full`.
final class Router implements AutoCloseable {

    private static final Set<String> NOT_FORWARDED =
            Set.of("host", "connection", "content-length", "upgrade", "http2-settings");
    private static final int BAD_GATEWAY = 502;

    private final Map<String, Integer> ports;
    private final HttpServer server;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    Router(Map<String, Integer> ports) throws IOException {
        this.ports = ports;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::forward);
        server.start();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    private void forward(HttpExchange exchange) throws IOException {
        try (exchange) {
            var answer = ask(exchange);
            answer.headers()
                    .map()
                    .forEach(
                            (name, values) -> {
                                if (!name.startsWith(":")
                                        && !name.equalsIgnoreCase("transfer-encoding")
                                        && !name.equalsIgnoreCase("content-length")) {
                                    exchange.getResponseHeaders().put(name, values);
                                }
                            });
            var body = answer.body();
            exchange.sendResponseHeaders(answer.statusCode(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private HttpResponse<byte[]> ask(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().toString();
        var request =
                HttpRequest.newBuilder(URI.create("http://localhost:" + port(path) + path))
                        .method(
                                exchange.getRequestMethod(),
                                HttpRequest.BodyPublishers.ofByteArray(
                                        exchange.getRequestBody().readAllBytes()));
        exchange.getRequestHeaders()
                .forEach(
                        (name, values) -> {
                            if (!NOT_FORWARDED.contains(name.toLowerCase(java.util.Locale.ROOT))) {
                                values.forEach(value -> request.header(name, value));
                            }
                        });
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException unreachable) {
            exchange.sendResponseHeaders(BAD_GATEWAY, -1);
            throw unreachable;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException(stopping));
        }
    }

    private int port(String path) {
        return ports.entrySet().stream()
                .filter(service -> path.startsWith("/api/" + service.getKey() + "/"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseGet(() -> ports.getOrDefault("reporting", 0));
    }

    @Override
    public void close() {
        server.stop(0);
        client.close();
    }
}
