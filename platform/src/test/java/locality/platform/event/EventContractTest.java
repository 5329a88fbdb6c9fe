package locality.platform.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What the records say and what the schemas and golden examples say is one contract.
class EventContractTest {

    private static final Schemas COMMITTED = Schemas.COMMITTED;
    private static final String UPDATE =
            "mvn test -pl platform -Dtest=EventContractTest -Dschemas.update=true";

    @BeforeAll
    static void completeTheSchemasWhenAsked() {
        if (Boolean.getBoolean("schemas.update")) {
            EventTypes.all().forEach(EventContractTest::complete);
        }
    }

    private static void complete(String type, Class<?> event) {
        var skeleton = RecordSchema.of(type, event);
        var committed =
                (ObjectNode) (COMMITTED.has(type) ? COMMITTED.schema(type) : Schemas.parse("{}"));
        var definitions = committed.withObject("/$defs");
        skeleton.path("$defs")
                .properties()
                .forEach(
                        shared -> {
                            if (!definitions.has(shared.getKey())) {
                                definitions.setAll(saidElsewhere(shared.getKey()));
                            }
                        });
        var whole = RecordSchema.complete(skeleton, committed);
        Schemas.write(COMMITTED.schemaFile(type), Schemas.print(whole));
    }

    /// What other schemas say of `locality`, `provenance` and the like, in the same words.
    private static ObjectNode saidElsewhere(String definition) {
        var said = JsonNodeFactory.instance.objectNode();
        COMMITTED.types().stream()
                .map(type -> COMMITTED.schema(type).path("$defs").path(definition))
                .filter(JsonNode::isObject)
                .findFirst()
                .ifPresent(found -> said.set(definition, found));
        return said;
    }

    static Stream<String> types() {
        return EventTypes.all().keySet().stream().sorted();
    }

    static Stream<String> examples() {
        return COMMITTED.exampleNames().stream();
    }

    @ParameterizedTest
    @MethodSource("types")
    void everyTypeHasASchemaAndAGoldenExample(String type) {
        assertThat(COMMITTED.has(type))
                .as(
                        """
                        %1$s has no schema. Run
                            %2$s
                        then say in %3$s what each field is (the empty descriptions), and write
                        an event as the demo's story would send it to schemas/examples/%1$s.json\
                        """,
                        type, UPDATE, COMMITTED.schemaFile(type))
                .isTrue();
        assertThat(COMMITTED.examples(type))
                .as(
                        "%1$s has no golden example: write one as the demo's story would send it,"
                                + " to schemas/examples/%1$s.json",
                        type)
                .containsKey(type);
    }

    @Test
    void everySchemaAndExampleIsOfAPublishedType() {
        var known = EventTypes.all().keySet();

        assertThat(known).containsAll(COMMITTED.types());
        assertThat(known)
                .containsAll(
                        COMMITTED.exampleNames().stream().map(Schemas::typeOfExample).toList());
    }

    @ParameterizedTest
    @MethodSource("types")
    void theSchemaSaysWhatTheRecordSays(String type) {
        var skeleton = RecordSchema.of(type, EventTypes.find(type).orElseThrow());

        assertThat(RecordSchema.differences(skeleton, COMMITTED.schema(type)))
                .as(
                        "%s differs from its record; this puts right all but the words:%n    %s%n",
                        COMMITTED.schemaFile(type), UPDATE)
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("types")
    void theSchemaIsASchema(String type) {
        assertThat(Schemas.faultsOfSchema(COMMITTED.schema(type))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void theExampleIsOfItsSchema(String name) {
        assertThat(faults(name, COMMITTED.example(name))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void theRecordReadsTheExampleAndWritesItAgain(String name) {
        var example = COMMITTED.example(name);

        var written = Schemas.parse(EventJson.write(read(name, example)));

        assertThat(written).isEqualTo(example);
        assertThat(faults(name, written)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void theExampleWithoutWhatIsOptionalIsReadAndWritten(String name) {
        var bare = withoutNulls(withoutOptional(name));

        var written = Schemas.parse(EventJson.write(read(name, bare)));

        assertThat(faults(name, bare)).isEmpty();
        assertThat(faults(name, written)).isEmpty();
        assertThat(withoutNulls(written)).isEqualTo(bare);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void fieldsOfALaterVersionAreTolerated(String name) {
        var example = COMMITTED.example(name);

        var later = withAFieldMoreEverywhere(example);

        assertThat(faults(name, later)).isEmpty();
        assertThat(read(name, later)).isEqualTo(read(name, example));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void theExampleLacksNothingThatIsRequired(String name) {
        var example = (ObjectNode) COMMITTED.example(name);
        var schema = COMMITTED.schema(Schemas.typeOfExample(name));

        schema.path("required")
                .forEach(
                        field ->
                                assertThat(faults(name, example.deepCopy().without(field.asText())))
                                        .as("without %s", field.asText())
                                        .isNotEmpty());
    }

    @Test
    void aStatedFactNamesItsDocumentAndADerivedOneItsFormula() {
        var schema = ((ObjectNode) saidElsewhere("provenance").path("provenance")).deepCopy();
        schema.set("$defs", saidElsewhere("provenanceKind"));

        assertThat(Schemas.faults(schema, Schemas.parse("{\"kind\": \"ILLUSTRATIVE\"}"))).isEmpty();
        assertThat(Schemas.faults(schema, Schemas.parse("{\"kind\": \"STATED\"}"))).hasSize(2);
        assertThat(Schemas.faults(schema, Schemas.parse("{\"kind\": \"DERIVED\"}"))).hasSize(1);
    }

    @Test
    void whatSchemasShareTheySayInTheSameWords() {
        for (var shared : List.of("locality", "provenance", "provenanceKind")) {
            assertThat(COMMITTED.types())
                    .map(type -> COMMITTED.schema(type).path("$defs").path(shared))
                    .filteredOn(JsonNode::isObject)
                    .as(shared)
                    .containsOnly(saidElsewhere(shared).path(shared));
        }
    }

    private static PublishedEvent read(String name, JsonNode json) {
        var event = EventTypes.find(Schemas.typeOfExample(name)).orElseThrow();
        return EventJson.read(event, json.toString());
    }

    private static List<String> faults(String name, JsonNode instance) {
        return Schemas.faults(COMMITTED.schema(Schemas.typeOfExample(name)), instance);
    }

    private static ObjectNode withoutOptional(String name) {
        var required = new ArrayList<String>();
        COMMITTED
                .schema(Schemas.typeOfExample(name))
                .path("required")
                .forEach(field -> required.add(field.asText()));
        return ((ObjectNode) COMMITTED.example(name)).retain(required);
    }

    private static JsonNode withoutNulls(JsonNode json) {
        return rebuilt(json, false);
    }

    private static JsonNode withAFieldMoreEverywhere(JsonNode json) {
        return rebuilt(json, true);
    }

    /// A copy without the fields that are null, or with all of them and one more.
    private static JsonNode rebuilt(JsonNode json, boolean oneMore) {
        if (json.isArray()) {
            var array = ((ArrayNode) json).arrayNode();
            json.forEach(item -> array.add(rebuilt(item, oneMore)));
            return array;
        }
        if (!json.isObject()) {
            return json;
        }
        var fields = new TreeMap<String, JsonNode>();
        json.properties().forEach(field -> fields.put(field.getKey(), field.getValue()));
        var object = ((ObjectNode) json).objectNode();
        fields.forEach(
                (field, value) -> {
                    if (oneMore || !value.isNull()) {
                        object.set(field, rebuilt(value, oneMore));
                    }
                });
        if (oneMore) {
            object.putObject("addedLater").put("by", "a version after this one");
        }
        return object;
    }
}
