package locality.platform.testing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.http.ContentType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import locality.platform.refusal.Problem;

/// The committed OpenAPI document is the one the running service gives, and leaves nothing out that
/// a caller has to know.
public final class OpenApiContract {

    private static final Path COMMITTED = Path.of("openapi.yaml");

    private OpenApiContract() {}

    /// Compares `openapi.yaml` in the service's folder with what the service answers; run with
    /// `-Dopenapi.update=true` it writes the file instead.
    public static void check(String service) {
        var address = "/api/%s/v1/openapi".formatted(service);
        var served = given().get(address).then().statusCode(200);
        var document = served.extract().asString().replaceFirst("^---\\n", "");
        try {
            if (Boolean.getBoolean("openapi.update")) {
                Files.writeString(COMMITTED, document);
            }
            assertThat(Files.readString(COMMITTED))
                    .as("openapi.yaml has drifted; -Dopenapi.update=true writes it anew")
                    .isEqualTo(document);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        assertThat(holes(given().accept(ContentType.JSON).get(address).asString()))
                .as("what the OpenAPI document leaves out")
                .isEmpty();
    }

    /// What a caller would look for in vain, by operation.
    static List<String> holes(String document) {
        try {
            var root = new ObjectMapper().readTree(document);
            var holes = new ArrayList<String>();
            root.path("paths")
                    .properties()
                    .forEach(
                            path ->
                                    path.getValue()
                                            .properties()
                                            .forEach(
                                                    one ->
                                                            addHoles(
                                                                    holes,
                                                                    root,
                                                                    one.getKey()
                                                                            + " "
                                                                            + path.getKey(),
                                                                    one.getValue())));
            return holes;
        } catch (JsonProcessingException notJson) {
            throw new UncheckedIOException(notJson);
        }
    }

    private static void addHoles(
            List<String> holes, JsonNode root, String name, JsonNode operation) {
        if (operation.path("summary").asText().isBlank()) {
            holes.add(name + " has no summary");
        }
        var answers = operation.path("responses");
        if (answers.properties().stream().noneMatch(one -> one.getKey().startsWith("2"))) {
            holes.add(name + " has no answer for when it succeeds");
        }
        if (!answers.has("401")) {
            holes.add(name + " does not say how it refuses");
        }
        answers.properties().stream()
                .filter(one -> !isWhole(one.getKey(), resolved(root, one.getValue())))
                .forEach(one -> holes.add(name + " does not describe its " + one.getKey()));
    }

    /// An answer with a body says what is in it, a refusal that it is a problem.
    private static boolean isWhole(String status, JsonNode answer) {
        var content = answer.path("content");
        boolean hasBody = !status.equals("204") && !status.startsWith("3");
        boolean isProblem = status.startsWith("4") || status.startsWith("5");
        return !hasBody
                || !content.isEmpty()
                        && content.valueStream().allMatch(body -> body.has("schema"))
                        && (!isProblem || content.has(Problem.MEDIA_TYPE));
    }

    private static JsonNode resolved(JsonNode root, JsonNode answer) {
        return answer.has("$ref") ? root.at(answer.path("$ref").asText().substring(1)) : answer;
    }
}
