package locality.platform.testing;

import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import locality.platform.testing.AccessTable.Things;
import org.jspecify.annotations.Nullable;

/// One call of an endpoint, to be made with one token after another.
///
/// @param name what it is called when it is not answered as the table says
/// @param type of the body; null where nothing is sent
record AccessRequest(String name, String method, String path, @Nullable String type, String body) {

    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    record Answer(int status, String body) {

        boolean isDone() {
            return status >= 200 && status < 400;
        }

        /// Whether nothing is there for the caller: neither what the address names nor, in a
        /// spreadsheet, what any row does.
        boolean isNotFound() {
            return status == 404 || status == 422 && everyRowIsNotFound(JsonPath.from(body));
        }

        private static boolean everyRowIsNotFound(JsonPath problem) {
            return "ROWS_REFUSED".equals(problem.getString("code"))
                    && List.of("NOT_FOUND").equals(problem.getList("rows.code.unique()"));
        }

        @Override
        public String toString() {
            return status + " " + body.substring(0, Math.min(300, body.length()));
        }
    }

    /// One request for each media type that the endpoint takes.
    static List<AccessRequest> of(
            AccessLine line, List<Endpoints.Endpoint> endpoints, Things things) {
        var path = filled(line, things) + things.query(line);
        var types = endpoints.stream().flatMap(one -> one.consumes().stream()).distinct().toList();
        if (types.isEmpty()) {
            return List.of(new AccessRequest(line.name(), line.method(), path, null, ""));
        }
        return types.stream()
                .map(
                        type -> {
                            var name = line.name() + " " + type;
                            var body = things.body(name);
                            return new AccessRequest(name, line.method(), path, type, body);
                        })
                .toList();
    }

    Answer send(@Nullable String token) {
        var request =
                HttpRequest.newBuilder(
                                URI.create(
                                        "%s:%d%s"
                                                .formatted(
                                                        RestAssured.baseURI,
                                                        RestAssured.port,
                                                        path)))
                        .header("Idempotency-Key", UUID.randomUUID().toString());
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (type == null) {
            request.GET();
        } else {
            request.header("Content-Type", type)
                    .method(method, HttpRequest.BodyPublishers.ofString(body));
        }
        try {
            return answer(CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofInputStream()));
        } catch (IOException failure) {
            throw new UncheckedIOException(name, failure);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(hurried);
        }
    }

    private static String filled(AccessLine line, Things things) {
        return VARIABLE.matcher(line.path())
                .replaceAll(
                        variable -> {
                            var name = things.of(line, variable.group(1));
                            if (name == null && !line.mayLack()) {
                                throw new IllegalArgumentException(
                                        "%s needs a %s of Manchester"
                                                .formatted(line.name(), variable.group()));
                            }
                            return name == null ? UUID.randomUUID().toString() : name;
                        });
    }

    /// A stream of events stays open: that it began is the answer.
    private static Answer answer(HttpResponse<InputStream> response) throws IOException {
        try (var body = response.body()) {
            var type = response.headers().firstValue("Content-Type").orElse("");
            return new Answer(
                    response.statusCode(),
                    type.startsWith("text/event-stream")
                            ? ""
                            : new String(body.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
