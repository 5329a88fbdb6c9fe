package locality.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/// The suite as a partner sees it: REST behind one gateway, with a bearer token.
///
/// A part that is away is asked again until it is back. That is safe for a POST too: it carries an
/// idempotency key that follows from the request, so what was done before is answered, not done
/// again.
final class SuiteClient {

    private static final Duration DATABASE_IS_BACK_WITHIN = Duration.ofMinutes(2);

    private final URI gateway;
    private final Issuer issuer;
    private final Http http;
    private final Patience patience;
    private final Progress progress;

    SuiteClient(URI gateway, Issuer issuer, Http http, Patience patience, Progress progress) {
        this.gateway = gateway;
        this.issuer = issuer;
        this.http = http;
        this.patience = patience;
        this.progress = progress;
    }

    Answer get(Caller caller, String path) {
        return ask(caller, request(path).GET());
    }

    Answer post(Caller caller, String path, JsonNode body) {
        return post(caller, path, "application/json", body.toString());
    }

    Answer postCsv(Caller caller, String path, String csv) {
        return post(caller, path, "text/csv", csv);
    }

    private Answer post(Caller caller, String path, String contentType, String body) {
        return ask(
                caller,
                request(path)
                        .header("Content-Type", contentType)
                        .header("Idempotency-Key", IdempotencyKey.of(path, body).toString())
                        .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(gateway + path))
                .timeout(Http.ANSWER_WITHIN)
                .header("Accept", "application/json");
    }

    private Answer ask(Caller caller, HttpRequest.Builder request) {
        var waiting = patience.begin(progress);
        var renewed = false;
        while (true) {
            var attempt =
                    request.copy()
                            .header("Authorization", "Bearer " + issuer.tokenFor(caller))
                            .build();
            try {
                var answer = answer(http.send(attempt));
                if (answer.status() == 401 && !renewed) {
                    issuer.forget(caller);
                    renewed = true;
                } else if (answer.passes() && !isItsOwnFault(answer, waiting)) {
                    waiting.pause(attempt.uri().getPath() + told(answer), answer.retryAfter());
                } else {
                    return answer;
                }
            } catch (IOException unreachable) {
                waiting.pause("no answer from " + attempt.uri().getPath());
            }
        }
    }

    /// A service whose database is away answers 500 as well; one that still does so later is at
    /// fault itself.
    private static boolean isItsOwnFault(Answer answer, Patience.Waiting waiting) {
        return answer.status() == 500 && waiting.hasLasted(DATABASE_IS_BACK_WITHIN);
    }

    private static String told(Answer answer) {
        return " answers %d %s".formatted(answer.status(), answer.text("/detail"));
    }

    static Answer answer(HttpResponse<String> response) throws IOException {
        return new Answer(
                response.statusCode(),
                json(response.body()),
                response.headers().firstValue("Idempotent-Replay").isPresent(),
                response.headers()
                        .firstValue("Retry-After")
                        .filter(seconds -> seconds.matches("\\d{1,5}"))
                        .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                        .orElse(Duration.ZERO));
    }

    private static JsonNode json(String body) {
        try {
            return DemoData.JSON.readTree(body);
        } catch (JsonProcessingException notJson) {
            return TextNode.valueOf(body);
        }
    }
}
