package locality.budget.laws;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import locality.platform.place.Locality;
import locality.platform.testing.Tokens;

/// What Manchester's finance office asks over HTTP. Walks ask thousands of times, so it is asked as
/// bare as it comes, and of one walk with one token.
final class Http {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String token = Tokens.of("finance").in(Locality.MANCHESTER);

    record Answer(int status, String text) {

        boolean isRefused() {
            return status >= 300;
        }

        JsonNode json() {
            try {
                return JSON.readTree(text);
            } catch (JsonProcessingException notJson) {
                throw new IllegalStateException(text, notJson);
            }
        }
    }

    /// @param path below `/api/budget/v1`, with its query
    Answer get(String path) {
        return send(to(path).GET());
    }

    /// @param key under which it is sent again to no other effect
    Answer send(Act.Send command, boolean dryRun, String key) {
        return send(
                to(command.path() + "?dryRun=" + dryRun)
                        .header("Content-Type", command.contentType())
                        .header("Idempotency-Key", key)
                        .POST(HttpRequest.BodyPublishers.ofString(command.body())));
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(
                        URI.create(
                                "%s:%d/api/budget/v1%s"
                                        .formatted(RestAssured.baseURI, RestAssured.port, path)))
                .header("Authorization", "Bearer " + token);
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            var answer = CLIENT.send(request.build(), BodyHandlers.ofString(UTF_8));
            return new Answer(answer.statusCode(), answer.body());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
