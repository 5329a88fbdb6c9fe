package locality.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A suite of one page on the JDK's own HTTP server: it issues tokens, does each idempotency key
/// once, and can be told to fail in the ways a suite fails while parts of it are restarted.
final class SmallSuite implements AutoCloseable {

    /// What happens to a request instead of, or after, its being done.
    enum Trouble {
        /// A gateway in front of a service that is being restarted.
        UNAVAILABLE,
        /// Done, but the connection breaks before the answer is out.
        DONE_BUT_UNANSWERED,
        /// The token is no longer accepted.
        TOKEN_REFUSED
    }

    private final HttpServer server;
    private final Map<String, String> doneByKey = new LinkedHashMap<>();
    private final List<String> done = new ArrayList<>();
    private final Deque<Trouble> troubles = new ArrayDeque<>();
    private final Map<String, Integer> refusals = new LinkedHashMap<>();
    private int tokensIssued;
    private int asked;

    SmallSuite() throws IOException {
        this(0);
    }

    /// @param port where to listen, 0 for any
    SmallSuite(int port) throws IOException {
        server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/issuer/token", this::issue);
        server.createContext("/api", this::handle);
        server.start();
    }

    URI gateway() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    URI issuer() {
        return URI.create(gateway() + "/issuer");
    }

    /// The requests that had an effect, in order, as `path body`.
    synchronized List<String> done() {
        return List.copyOf(done);
    }

    synchronized int tokensIssued() {
        return tokensIssued;
    }

    synchronized int asked() {
        return asked;
    }

    synchronized void has(Trouble... next) {
        troubles.addAll(List.of(next));
    }

    /// Refuses a path with a 409 of this code, so many times.
    synchronized void refuses(String path, int times) {
        refusals.put(path, times);
    }

    private synchronized void issue(HttpExchange exchange) throws IOException {
        tokensIssued++;
        answer(exchange, 200, "{\"access_token\": \"token-%d\"}".formatted(tokensIssued));
    }

    private synchronized void handle(HttpExchange exchange) throws IOException {
        asked++;
        switch (troubles.poll()) {
            case UNAVAILABLE -> {
                exchange.getResponseHeaders().set("Retry-After", "0");
                answer(exchange, 503, "{\"title\": \"Service unavailable\"}");
            }
            case TOKEN_REFUSED -> answer(exchange, 401, "{\"code\": \"UNAUTHENTICATED\"}");
            case DONE_BUT_UNANSWERED -> {
                doOnce(exchange);
                exchange.close();
            }
            case null -> serve(exchange);
        }
    }

    private void serve(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        if (refusals.merge(path, -1, Integer::sum) >= 0) {
            answer(exchange, 409, "{\"code\": \"NOT_KNOWN_YET\", \"detail\": \"Wait a moment\"}");
        } else if (exchange.getRequestMethod().equals("GET")) {
            answer(exchange, 200, "{\"count\": %d}".formatted(done.size()));
        } else {
            if (!doOnce(exchange)) {
                exchange.getResponseHeaders().set("Idempotent-Replay", "true");
            }
            answer(exchange, 201, "{\"count\": %d}".formatted(done.size()));
        }
    }

    /// @return whether it was done now, and not before
    private boolean doOnce(HttpExchange exchange) throws IOException {
        var key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var request = exchange.getRequestURI() + " " + body;
        if (doneByKey.putIfAbsent(key, request) instanceof String before) {
            if (!before.equals(request)) {
                throw new IllegalStateException("One key for two requests: " + request);
            }
            return false;
        }
        done.add(request);
        return true;
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
