package locality.platform.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Old examples pass new schemas, and new examples pass old ones.
///
/// Every release keeps a copy of its schemas and examples in a folder of its own, never changed
/// again: `mvn test -pl platform -Dtest=SchemaCompatibilityTest -Dschemas.release=1.0.0` makes it.
class SchemaCompatibilityTest {

    private static final Path RELEASES = Path.of("src/test/resources/released-schemas");
    private static final Schemas NOW = Schemas.COMMITTED;

    @BeforeAll
    static void keepACopyWhenReleased() {
        var release = System.getProperty("schemas.release");
        if (release != null) {
            var folder = RELEASES.resolve(release);
            assertThat(folder).as("a release is never changed again").doesNotExist();
            NOW.types().forEach(type -> Schemas.write(folder.resolve(type + ".json"), text(type)));
            NOW.exampleNames()
                    .forEach(
                            name ->
                                    Schemas.write(
                                            folder.resolve("examples").resolve(name + ".json"),
                                            Schemas.print(NOW.example(name))));
        }
    }

    @Test
    void thereIsAReleaseToKeepFaithWith() throws IOException {
        assertThat(releases()).isNotEmpty().allSatisfy(one -> assertThat(one.types()).isNotEmpty());
    }

    @Test
    void noReleasedTypeIsBroken() throws IOException {
        for (var release : releases()) {
            for (var type : release.types()) {
                assertThat(NOW.has(type)).as("%s of %s is gone", type, release).isTrue();
                assertThat(SchemaCompatibility.breaks(release.schema(type), NOW.schema(type)))
                        .as("%s since %s; what must change becomes a new type", type, release)
                        .isEmpty();
            }
        }
    }

    @Test
    void oldExamplesPassNewSchemasAndNewExamplesPassOldOnes() throws IOException {
        for (var release : releases()) {
            for (var type : release.types()) {
                release.examples(type)
                        .forEach(
                                (name, example) ->
                                        assertThat(Schemas.faults(NOW.schema(type), example))
                                                .as("%s of %s", name, release)
                                                .isEmpty());
                NOW.examples(type)
                        .forEach(
                                (name, example) ->
                                        assertThat(Schemas.faults(release.schema(type), example))
                                                .as("%s for a reader of %s", name, release)
                                                .isEmpty());
            }
        }
    }

    @Test
    void aNewOptionalFieldBreaksNobody() {
        assertThat(breaks("\"note\": {\"type\": [\"string\", \"null\"]}", "\"amountPence\""))
                .isEmpty();
    }

    @Test
    void aNewRequiredFieldBreaksReadersOfOldEvents() {
        assertThat(breaks("\"note\": {\"type\": \"string\"}", "\"amountPence\", \"note\""))
                .containsExactly(
                        ": required was [\"amountPence\"] and is [\"amountPence\",\"note\"]");
    }

    @Test
    void anOptionalFieldThatWasRequiredBreaksReadersOfBefore() {
        assertThat(breaks("\"note\": {\"type\": \"string\"}", ""))
                .containsExactly(": required was [\"amountPence\"] and is []");
    }

    @Test
    void anotherTypeOrAFieldTakenAwayBreaksReadersOfBefore() {
        var after =
                """
                {"type": "object", "properties": {"amountPence": {"type": "number"}},
                 "required": ["amountPence"], "$defs": {"line": {"properties": {}}}}\
                """;

        assertThat(SchemaCompatibility.breaks(BEFORE, Schemas.parse(after)))
                .containsExactly(
                        "/amountPence: type was \"integer\" and is \"number\"",
                        "/$defs/line/reference was taken away");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "enum    | [\"POOLED\", \"ALIGNED\"] | [\"POOLED\"]",
                "enum    | [\"POOLED\"] | [\"POOLED\", \"ALIGNED\"]",
                "const   | \"STATED\" | \"DERIVED\"",
                "pattern | \"^E08\" | \"^E\"",
                "minimum | 0 | 1",
                "maximum | 10 | 9"
            })
    void anotherRangeBreaksReadersOfEitherVersion(String keyword, String before, String after) {
        assertThat(SchemaCompatibility.breaks(ranged(keyword, before), ranged(keyword, after)))
                .singleElement()
                .asString()
                .startsWith("/basis: %s was".formatted(keyword));
    }

    private static JsonNode ranged(String keyword, String value) {
        return Schemas.parse(
                """
                {"type": "object", "properties": {"basis": {"%s": %s}}}\
                """
                        .formatted(keyword, value));
    }

    private static final JsonNode BEFORE =
            Schemas.parse(
                    """
                    {"type": "object", "properties": {"amountPence": {"type": "integer"}},
                     "required": ["amountPence"],
                     "$defs": {"line": {"properties": {"reference": {"type": "string"}}}}}\
                    """);

    private static List<String> breaks(String newField, String required) {
        return SchemaCompatibility.breaks(
                BEFORE,
                Schemas.parse(
                        """
                        {"type": "object",
                         "properties": {"amountPence": {"type": "integer"}, %s},
                         "required": [%s],
                         "$defs": {"line": {"properties": {"reference": {"type": "string"}}}}}\
                        """
                                .formatted(newField, required)));
    }

    private static List<Schemas> releases() throws IOException {
        try (Stream<Path> folders = Files.list(RELEASES)) {
            return folders.filter(Files::isDirectory).sorted().map(Schemas::new).toList();
        }
    }

    private static String text(String type) {
        return Schemas.read(NOW.schemaFile(type));
    }
}
