package locality.platform.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// The committed AsyncAPI document is the one the event types give, and is well formed.
class AsyncApiTest {

    /// What AsyncAPI 3.0 allows at each kind of object: the fields it must have, a bar, the others.
    private static final Map<String, String> ALLOWED =
            Map.of(
                    "document",
                    "asyncapi info | id servers defaultContentType channels operations components",
                    "info",
                    "title version | termsOfService contact license description tags externalDocs",
                    "server",
                    "host protocol | protocolVersion pathname title summary description variables"
                            + " security tags externalDocs bindings",
                    "channel",
                    "| address messages title summary description servers parameters tags"
                            + " externalDocs bindings",
                    "operation",
                    "action channel | title summary description security tags externalDocs bindings"
                            + " traits messages reply",
                    "message",
                    "| headers payload correlationId contentType name title summary description"
                            + " tags externalDocs bindings examples traits",
                    "example",
                    "| headers payload name summary",
                    "payload",
                    "schema | schemaFormat");

    private final JsonNode document = AsyncApi.parse(AsyncApi.text(Schemas.COMMITTED));

    @Test
    void theCommittedDocumentHasNotDrifted() {
        var text = AsyncApi.text(Schemas.COMMITTED);
        if (Boolean.getBoolean("asyncapi.update")) {
            Schemas.write(AsyncApi.COMMITTED, text);
        }

        assertThat(firstDifference(Schemas.read(AsyncApi.COMMITTED), text))
                .as(
                        "deploy/docs/asyncapi.yaml has drifted, first at this line; this writes it"
                                + " anew:%n    mvn test -pl platform -Dtest=AsyncApiTest"
                                + " -Dasyncapi.update=true%n")
                .isEmpty();
    }

    @Test
    void everyTypeIsToldOnTheTopicOfItsServiceAndEveryTopicIsAChannel() {
        var topics = new TreeSet<String>();
        AsyncApi.topics().forEach(topic -> topics.add(topic.path("name").asText()));
        var addresses = new TreeSet<String>();
        var told = new ArrayList<String>();
        document.path("channels")
                .forEach(
                        channel -> {
                            addresses.add(channel.path("address").asText());
                            channel.path("messages")
                                    .properties()
                                    .forEach(
                                            message -> {
                                                assertThat(channel.path("address").asText())
                                                        .startsWith(
                                                                message.getKey().split("\\.")[0]
                                                                        + ".");
                                                told.add(message.getKey());
                                            });
                        });

        assertThat(addresses).isEqualTo(topics);
        assertThat(told).containsExactlyInAnyOrderElementsOf(EventTypes.all().keySet());
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        var references = new ArrayList<String>();
        document.findValuesAsText("$ref", references);

        assertThat(references).isNotEmpty().allMatch(this::resolves);
    }

    @Test
    void everyObjectHasWhatAsyncApiAsksForAndNothingItDoesNotKnow() {
        check("document", document);
        check("info", document.path("info"));
        document.path("servers").forEach(server -> check("server", server));
        document.path("channels").forEach(channel -> check("channel", channel));
        document.path("operations")
                .forEach(
                        operation -> {
                            check("operation", operation);
                            assertThat(operation.path("action").asText()).isIn("send", "receive");
                        });
        document.at("/components/messages")
                .forEach(
                        message -> {
                            check("message", message);
                            check("payload", message.path("payload"));
                            message.path("examples").forEach(example -> check("example", example));
                        });
        assertThat(document.path("asyncapi").asText()).isEqualTo("3.0.0");
    }

    @Test
    void aMessageOfAnOperationIsAMessageOfItsChannel() {
        document.path("operations")
                .forEach(
                        operation -> {
                            var channel = operation.at("/channel/$ref").asText();
                            var messages =
                                    document.at(channel.substring(1)).path("messages").properties();
                            assertThat(operation.path("messages"))
                                    .hasSameSizeAs(messages)
                                    .allMatch(
                                            message ->
                                                    message.path("$ref")
                                                            .asText()
                                                            .startsWith(channel + "/messages/"));
                        });
    }

    private static Optional<String> firstDifference(String committed, String text) {
        var before = committed.lines().toList();
        var after = text.lines().toList();
        int same = 0;
        while (same < before.size()
                && same < after.size()
                && before.get(same).equals(after.get(same))) {
            same++;
        }
        return same == before.size() && same == after.size()
                ? Optional.empty()
                : Optional.of(
                        "line %d: %s"
                                .formatted(
                                        same + 1,
                                        same < after.size() ? after.get(same) : "the end"));
    }

    private boolean resolves(String reference) {
        return reference.startsWith("#")
                ? !document.at(reference.substring(1)).isMissingNode()
                : Files.exists(Path.of("../deploy/docs").resolve(reference));
    }

    private static void check(String kind, JsonNode object) {
        var rule = String.valueOf(ALLOWED.get(kind)).split("\\|");
        var required = words(rule[0]);
        var known = new TreeSet<>(required);
        known.addAll(words(rule[1]));
        var names = object.properties().stream().map(Map.Entry::getKey).toList();

        assertThat(names).as("%s %s", kind, object).containsAll(required).isSubsetOf(known);
    }

    private static Set<String> words(String text) {
        return Set.copyOf(List.of(text.split("\\s+")).stream().filter(w -> !w.isBlank()).toList());
    }
}
