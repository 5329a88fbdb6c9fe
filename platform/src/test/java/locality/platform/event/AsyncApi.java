package locality.platform.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator.Feature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.dataformat.yaml.util.StringQuotingChecker;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/// The AsyncAPI document of the suite's topics, made of the registry of event types, their schemas
/// and golden examples, and the list of topics.
final class AsyncApi {

    static final Path COMMITTED = Path.of("../deploy/docs/asyncapi.yaml");

    private static final Path TOPICS = Path.of("../deploy/kafka/topics.yaml");
    private static final String SCHEMAS = "../../platform/src/main/resources/schemas/";
    private static final YAMLMapper YAML =
            YAMLMapper.builder(YAMLFactory.builder().stringQuotingChecker(new TextsOnly()).build())
                    .disable(Feature.WRITE_DOC_START_MARKER)
                    .disable(Feature.SPLIT_LINES)
                    .enable(Feature.MINIMIZE_QUOTES)
                    .enable(Feature.INDENT_ARRAYS_WITH_INDICATOR)
                    .build();
    private static final String HEADING =
            """
            # What the suite tells on its topics. Made from the event records, their schemas and golden examples;
            # a test compares it, and writes it anew: mvn test -pl platform -Dtest=AsyncApiTest -Dasyncapi.update=true
            """;

    private final Schemas schemas;
    private final ObjectNode document = YAML.createObjectNode();

    private AsyncApi(Schemas schemas) {
        this.schemas = schemas;
    }

    static String text(Schemas schemas) {
        try {
            return HEADING + YAML.writeValueAsString(new AsyncApi(schemas).document());
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /// Reads YAML with its anchors and aliases.
    static JsonNode parse(String yaml) {
        Object read = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
        return YAML.valueToTree(read);
    }

    /// The topics as the cluster is told to make them.
    static JsonNode topics() {
        return parse(Schemas.read(TOPICS)).path("topics");
    }

    private ObjectNode document() {
        document.put("asyncapi", "3.0.0");
        document.put("id", "urn:locality:events");
        info(document.putObject("info"));
        document.put("defaultContentType", "application/json");
        server(document.putObject("servers").putObject("kafka"));
        var channels = document.putObject("channels");
        var operations = document.putObject("operations");
        topics().forEach(topic -> channel(topic, channels, operations));
        var components = document.putObject("components");
        components.putObject("schemas").set("cloudEventHeaders", headers());
        var messages = components.putObject("messages");
        types("").forEach(type -> messages.set(type, message(type)));
        return document;
    }

    private static void info(ObjectNode info) {
        info.put("title", "Locality suite: events");
        info.put("version", "1");
        info.put(
                "description",
                """
                What the services of the suite tell each other and Greater Manchester's systems.

                Every message is a CloudEvent 1.0 in binary mode: its attributes are the record's headers, each \
                preceded by `ce_`; its value is the data alone. The key is the id of the subject, so the events of \
                a subject keep their order. Within a subject `ce_subjectversion` counts 1, 2, 3 without gaps; read \
                with `isolation.level=read_committed`, and expect that a message may come twice, never that one is \
                missing or out of turn. Nothing expires: whoever starts today reads from the beginning.

                A type changes by addition only. Leave fields and types that you do not know alone. What must \
                change otherwise becomes a new type, `.v2`. Messages refer to people by opaque references and to \
                organisations by ODS or GSS code; they hold no names of people.

                Whoever cannot reach Kafka reads the same events at `/api/{service}/v1/events`.
                """);
    }

    private static void server(ObjectNode server) {
        server.put("host", "{bootstrap}");
        server.put("protocol", "kafka-secure");
        server.put(
                "description",
                "The cluster of the deployment. The local run offers it on loopback, without"
                        + " encryption.");
        server.putObject("variables")
                .putObject("bootstrap")
                .put("description", "Host and port of a broker, as the operator gives them.")
                .put("default", "localhost:19092");
    }

    private void channel(JsonNode topic, ObjectNode channels, ObjectNode operations) {
        var address = topic.path("name").asText();
        var service = address.substring(0, address.indexOf('.'));
        var types = types(service + ".");

        var channel = channels.putObject(service);
        channel.put("address", address);
        channel.put("title", "What %s-service tells".formatted(service));
        if (types.isEmpty()) {
            channel.put("description", "There is no published type yet.");
        }
        var messages = channel.putObject("messages");
        types.forEach(
                type -> messages.putObject(type).put("$ref", "#/components/messages/" + type));
        channel.set("bindings", channelBinding(topic, address));

        var operation = operations.putObject(service + "-tells");
        operation.put("action", "send");
        operation.putObject("channel").put("$ref", "#/channels/" + service);
        operation.put("title", "%s-service publishes an event".formatted(service));
        var sent = operation.putArray("messages");
        types.forEach(
                type ->
                        sent.addObject()
                                .put("$ref", "#/channels/%s/messages/%s".formatted(service, type)));
    }

    private static ObjectNode channelBinding(JsonNode topic, String address) {
        var settings = topic.path("settings");
        var bindings = YAML.createObjectNode();
        var kafka = bindings.putObject("kafka");
        kafka.put("topic", address);
        kafka.set("partitions", topic.path("partitions"));
        var configuration = kafka.putObject("topicConfiguration");
        configuration.putArray("cleanup.policy").add(settings.path("cleanup.policy"));
        configuration.set("retention.ms", settings.path("retention.ms"));
        configuration.set("retention.bytes", settings.path("retention.bytes"));
        kafka.put("bindingVersion", "0.5.0");
        return bindings;
    }

    private ObjectNode message(String type) {
        var schema = schemas.schema(type);
        var message = YAML.createObjectNode();
        message.put("name", type);
        message.set("title", schema.path("title"));
        message.set("summary", schema.path("description"));
        message.put("contentType", "application/json");
        var headers = message.putObject("headers");
        var parts = headers.putArray("allOf");
        parts.addObject().put("$ref", "#/components/schemas/cloudEventHeaders");
        var fixed = parts.addObject().put("type", "object").putObject("properties");
        fixed.putObject("ce_type").put("const", type);
        fixed.putObject("ce_subjecttype").put("const", subjectType(type));
        fixed.putObject("ce_dataschema").put("const", "urn:locality:schema:" + type);
        var payload = message.putObject("payload");
        payload.put("schemaFormat", "application/schema+json;version=draft-2020-12");
        payload.putObject("schema").put("$ref", SCHEMAS + type + ".json");
        message.putObject("correlationId")
                .put("description", "Ties together all that one request brought about.")
                .put("location", "$message.header#/ce_correlationid");
        var kafka = message.putObject("bindings").putObject("kafka");
        kafka.putObject("key")
                .put("type", "string")
                .put("description", "The subject's id, as in `ce_subject`.");
        kafka.put("bindingVersion", "0.5.0");
        examples(type, message.putArray("examples"));
        return message;
    }

    private void examples(String type, ArrayNode examples) {
        schemas.examples(type)
                .forEach(
                        (name, example) -> {
                            var variant = name.substring(type.length()).replaceFirst("^\\.", "");
                            examples.addObject()
                                    .put("name", variant.isEmpty() ? "as-in-the-demo" : variant)
                                    .set("payload", example);
                        });
    }

    private String subjectType(String type) {
        var record = EventTypes.find(type).orElseThrow();
        return EventJson.read(record, schemas.example(type).toString()).subjectType();
    }

    private static ObjectNode headers() {
        var schema = YAML.createObjectNode();
        schema.put("type", "object");
        schema.put("description", "The attributes of the CloudEvent. Every value is UTF-8 text.");
        var properties = schema.putObject("properties");
        var required = schema.putArray("required");
        for (var header : Header.values()) {
            var property = properties.putObject(header.title());
            property.put("type", "string");
            if (!header.format.isEmpty()) {
                property.put(header.format.startsWith("^") ? "pattern" : "format", header.format);
            }
            property.put("description", header.description);
            if (header.always) {
                required.add(header.title());
            }
        }
        return schema;
    }

    private static List<String> types(String prefix) {
        return EventTypes.all().keySet().stream()
                .filter(type -> type.startsWith(prefix))
                .sorted()
                .toList();
    }

    /// Quotes whatever some reader of YAML would take for a number or a date.
    private static final class TextsOnly extends StringQuotingChecker.Default {
        @Override
        public boolean needToQuoteValue(String value) {
            return super.needToQuoteValue(value) || value.matches("[-+.0-9].*");
        }
    }

    /// The headers of a record, as the envelope writes them.
    private enum Header {
        SPECVERSION(true, "^1\\.0$", "The version of CloudEvents."),
        ID(true, "uuid", "The event. The same id twice is the same event twice."),
        SOURCE(true, "", "The service that tells it, as in `budget`."),
        TYPE(true, "", "What happened, with the version of its schema."),
        SUBJECT(true, "", "The id of what it happened to."),
        TIME(true, "date-time", "When it happened, by the clock of the service."),
        DATASCHEMA(true, "", "The schema of the data."),
        SUBJECTTYPE(true, "", "What kind of thing it happened to, as in `commitment`."),
        SUBJECTVERSION(
                true, "^[1-9][0-9]*$", "Counts the events of the subject: 1, 2, 3 without gaps."),
        LOCALITY(true, "^E[0-9]{8}$", "The locality it belongs to, by GSS code."),
        EFFECTIVEON(true, "date", "The day from which the fact is true, in the United Kingdom."),
        RECORDEDAT(true, "date-time", "When the log gave it its position; later events are later."),
        SEQUENCE(
                true,
                "^[0-9]{19}$",
                "Its position in the log of its service, 1, 2, 3 without gaps, with leading"
                        + " zeros. Positions of internal events are left out on the topic."),
        CHAINHASH(
                true,
                "^[0-9a-f]{64}$",
                "The hash of the log up to and with this event, SHA-256 in hexadecimal."),
        PARTITIONKEY(true, "", "The key of the record: the subject."),
        CORRELATIONID(true, "", "Ties together all that one request brought about."),
        CAUSATIONID(false, "", "The event that caused this one, where one did."),
        TRACEPARENT(false, "", "The W3C trace context of the request.");

        private final boolean always;
        private final String format;
        private final String description;

        Header(boolean always, String format, String description) {
            this.always = always;
            this.format = format;
            this.description = description;
        }

        private String title() {
            return "ce_" + name().toLowerCase(Locale.ROOT);
        }
    }
}
