package locality.platform.event;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaId;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/// A folder of schemas, `<type>.json`, with their golden examples in `examples/`: `<type>.json`,
/// and where one is not enough `<type>.<what it shows>.json`.
record Schemas(Path folder) {

    static final Schemas COMMITTED = new Schemas(Path.of("src/main/resources/schemas"));

    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();
    private static final DefaultPrettyPrinter PRINTER =
            new DefaultPrettyPrinter(
                            Separators.createDefaultInstance()
                                    .withObjectFieldValueSpacing(Separators.Spacing.AFTER))
                    .withObjectIndenter(new DefaultIndenter("  ", "\n"));
    private static final JsonSchemaFactory FACTORY =
            JsonSchemaFactory.getInstance(VersionFlag.V202012);
    private static final SchemaValidatorsConfig STRICT =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

    List<String> types() {
        return names(folder);
    }

    boolean has(String type) {
        return Files.exists(schemaFile(type));
    }

    JsonNode schema(String type) {
        return parse(read(schemaFile(type)));
    }

    Path schemaFile(String type) {
        return folder.resolve(type + ".json");
    }

    /// The golden examples of a type by file name, the plain one first.
    TreeMap<String, JsonNode> examples(String type) {
        var found = new TreeMap<String, JsonNode>();
        names(folder.resolve("examples")).stream()
                .filter(name -> typeOfExample(name).equals(type))
                .forEach(name -> found.put(name, example(name)));
        return found;
    }

    List<String> exampleNames() {
        return names(folder.resolve("examples"));
    }

    JsonNode example(String name) {
        return parse(read(folder.resolve("examples").resolve(name + ".json")));
    }

    /// `budget.fund-opened.v1` of `budget.fund-opened.v1.without-host`.
    static String typeOfExample(String name) {
        return name.replaceFirst("(\\.v\\d+)\\..*$", "$1");
    }

    /// What a JSON Schema 2020-12 validator says against the instance, formats included.
    static List<String> faults(JsonNode schema, JsonNode instance) {
        return messages(FACTORY.getSchema(schema, STRICT).validate(instance));
    }

    /// What the meta-schema says against a schema.
    static List<String> faultsOfSchema(JsonNode schema) {
        var meta = FACTORY.getSchema(SchemaLocation.of(SchemaId.V202012), STRICT);
        return messages(meta.validate(schema));
    }

    static JsonNode parse(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static String print(JsonNode json) {
        try {
            return MAPPER.writer(PRINTER).writeValueAsString(json) + "\n";
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static List<String> messages(java.util.Collection<ValidationMessage> found) {
        return found.stream().map(ValidationMessage::getMessage).sorted().toList();
    }

    private static List<String> names(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".json"))
                    .map(name -> name.substring(0, name.length() - ".json".length()))
                    .sorted()
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
