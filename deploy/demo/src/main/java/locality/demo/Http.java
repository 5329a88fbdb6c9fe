package locality.demo;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/// One connection pool for everything the demo asks.
final class Http {

    static final Duration ANSWER_WITHIN = Duration.ofSeconds(60);
    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(5);

    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(CONNECT_WITHIN)
                    .build();

    /// @throws IOException if nothing answered, or the connection broke before the answer was whole
    HttpResponse<String> send(HttpRequest request) throws IOException {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new DemoFailed.GaveUp("Stopped while waiting for " + request.uri());
        }
    }
}
