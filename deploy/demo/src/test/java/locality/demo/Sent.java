package locality.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// Everything the demo sends, for tests to look through.
record Sent(Document document, Step.Post post) {

    static Stream<Sent> all() {
        return DemoData.documents().stream()
                .flatMap(
                        document ->
                                document.steps().stream()
                                        .filter(Step.Post.class::isInstance)
                                        .map(Step.Post.class::cast)
                                        .map(post -> new Sent(document, post)));
    }

    /// The JSON bodies sent to paths that match, as in `/bodies` or `/bodies/[^/]+/memberships`.
    static Stream<Sent> to(String path) {
        return all().filter(sent -> sent.path().matches("/api/[a-z]+/v1" + path));
    }

    String path() {
        return post.post().replaceFirst("\\?.*", "");
    }

    /// What stands behind the question mark of its path.
    Map<String, String> query() {
        var parameters = new LinkedHashMap<String, String>();
        for (var pair : post.post().replaceFirst("[^?]*\\??", "").split("&")) {
            var parts = pair.split("=", 2);
            parameters.put(
                    parts[0], URLDecoder.decode(parts[parts.length - 1], StandardCharsets.UTF_8));
        }
        return parameters;
    }

    /// The number of the item that this request puts on an agenda, or of the milestone it puts into
    /// a plan, counted from 1.
    long placeAmongItsLike() {
        return document.steps().stream()
                        .takeWhile(step -> step != post)
                        .filter(Step.Post.class::isInstance)
                        .filter(step -> ((Step.Post) step).post().equals(post.post()))
                        .count()
                + 1;
    }

    /// The part of the path at a place, counted from 1 after `/api/service/v1`.
    String part(int place) {
        return path().split("/")[place + 3];
    }

    JsonNode body() {
        return post.body() instanceof JsonNode body
                ? body
                : com.fasterxml.jackson.databind.node.NullNode.getInstance();
    }

    String text(String field) {
        return body().path(field).asText();
    }

    String content() {
        return post.csv() instanceof String file
                ? DemoData.text(document.beside(file))
                : body().toString();
    }

    static List<JsonNode> elements(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).toList();
    }
}
