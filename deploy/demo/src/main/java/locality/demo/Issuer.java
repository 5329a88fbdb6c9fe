package locality.demo;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/// Where bearer tokens come from. A token is kept until a service no longer accepts it.
final class Issuer {

    private final URI tokenEndpoint;
    private final Http http;
    private final Patience patience;
    private final Progress progress;
    private final Map<Caller, String> tokens = new HashMap<>();

    Issuer(URI issuer, Http http, Patience patience, Progress progress) {
        this.tokenEndpoint = URI.create(issuer + "/token");
        this.http = http;
        this.patience = patience;
        this.progress = progress;
    }

    String tokenFor(Caller caller) {
        return tokens.computeIfAbsent(caller, this::request);
    }

    /// Drops the token, which was refused: it has expired, or the issuer has new keys.
    void forget(Caller caller) {
        tokens.remove(caller);
    }

    private String request(Caller caller) {
        var waiting = patience.begin(progress);
        while (true) {
            try {
                var response = http.send(tokenRequest(caller));
                if (response.statusCode() < 500) {
                    return accessToken(response);
                }
                waiting.pause(tokenEndpoint + " answers " + response.statusCode());
            } catch (IOException unreachable) {
                waiting.pause("no answer from " + tokenEndpoint);
            }
        }
    }

    private HttpRequest tokenRequest(Caller caller) {
        var form = new LinkedHashMap<String, String>();
        form.put("grant_type", "client_credentials");
        form.put("client_id", "demo");
        form.put("client_secret", "demo");
        form.put("roles", String.join(",", caller.roles()));
        form.put("localities", String.join(",", caller.localities()));
        form.put("organisation", caller.organisation());
        return HttpRequest.newBuilder(tokenEndpoint)
                .timeout(Http.ANSWER_WITHIN)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(encoded(form)))
                .build();
    }

    private static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(
                        field ->
                                field.getKey()
                                        + "="
                                        + URLEncoder.encode(
                                                field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private String accessToken(HttpResponse<String> response) throws IOException {
        var answer = SuiteClient.answer(response);
        var token = answer.text("/access_token");
        if (!answer.succeeded() || token.isEmpty()) {
            throw new DemoFailed.Refused("A token from " + tokenEndpoint, answer);
        }
        return token;
    }
}
