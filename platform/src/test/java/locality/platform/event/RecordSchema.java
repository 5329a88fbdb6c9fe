package locality.platform.event;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import locality.platform.money.FinancialYear;
import locality.platform.money.Pence;
import locality.platform.place.Locality;
import org.jspecify.annotations.Nullable;

/// The JSON Schema that a record's components ask for: its skeleton.
///
/// The committed schema holds this skeleton and says more: what each field means, its unit, its
/// pattern. An empty `description` in the skeleton stands for "some words are needed here".
final class RecordSchema {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final ObjectNode definitions = JSON.objectNode();

    private RecordSchema() {}

    static ObjectNode of(String type, Class<?> event) {
        var record = new RecordSchema();
        var schema = JSON.objectNode();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("$id", "urn:locality:schema:" + type);
        schema.put("title", inWords(event.getSimpleName()));
        schema.setAll(record.object(event));
        if (!record.definitions.isEmpty()) {
            schema.set("$defs", record.definitions);
        }
        return schema;
    }

    /// What the committed schema lacks or has too much, as sentences; none when it holds the
    /// skeleton.
    static List<String> differences(ObjectNode skeleton, JsonNode committed) {
        var found = new ArrayList<String>();
        compare(skeleton, committed, "", found);
        return found;
    }

    /// The committed schema with the skeleton's missing parts put in, its own words kept, and the
    /// fields that the record no longer has left out.
    static ObjectNode complete(ObjectNode skeleton, JsonNode committed) {
        var whole = JSON.objectNode();
        skeleton.properties().forEach(part -> whole.set(part.getKey(), completed(part, committed)));
        committed
                .properties()
                .forEach(
                        own -> {
                            if (!skeleton.has(own.getKey())) {
                                whole.set(own.getKey(), own.getValue());
                            }
                        });
        return whole;
    }

    private static JsonNode completed(Map.Entry<String, JsonNode> part, JsonNode all) {
        var committed = all.path(part.getKey());
        if (part.getValue() instanceof ObjectNode wanted && committed.isObject()) {
            var whole = complete(wanted, committed);
            if (namesFields(part.getKey())) {
                whole.retain(names(wanted));
            }
            return whole;
        }
        return isWords(part) && !committed.asText().isBlank() ? committed : part.getValue();
    }

    private static void compare(
            JsonNode skeleton, JsonNode committed, String at, List<String> found) {
        skeleton.properties()
                .forEach(
                        part -> {
                            var place = at + "/" + part.getKey();
                            var actual = committed.path(part.getKey());
                            if (isWords(part)) {
                                if (actual.asText().isBlank()) {
                                    found.add(place + " is empty: say what it is, and its unit");
                                }
                            } else if (part.getValue().isObject() && actual.isObject()) {
                                compare(part.getValue(), actual, place, found);
                            } else if (!part.getValue().equals(actual)) {
                                found.add(
                                        "%s is %s and should be %s"
                                                .formatted(
                                                        place,
                                                        actual.isMissingNode() ? "missing" : actual,
                                                        part.getValue()));
                            }
                            if (namesFields(part.getKey())) {
                                names(actual).stream()
                                        .filter(name -> !part.getValue().has(name))
                                        .forEach(
                                                name ->
                                                        found.add(
                                                                place
                                                                        + "/"
                                                                        + name
                                                                        + " is not in the record"));
                            }
                        });
    }

    /// A field may be called `description` too; then its value is a schema, not words.
    private static boolean isWords(Map.Entry<String, JsonNode> part) {
        return part.getValue().isTextual()
                && (part.getKey().equals("description") || part.getKey().equals("title"));
    }

    private static boolean namesFields(String keyword) {
        return keyword.equals("properties") || keyword.equals("$defs");
    }

    private static List<String> names(JsonNode node) {
        return node.properties().stream().map(Map.Entry::getKey).toList();
    }

    private ObjectNode object(Class<?> type) {
        var schema = described();
        schema.put("type", "object");
        var properties = schema.putObject("properties");
        var required = schema.putArray("required");
        for (var component : type.getRecordComponents()) {
            properties.set(component.getName(), field(component));
            if (!isNullable(component.getAnnotatedType())) {
                required.add(component.getName());
            }
        }
        schema.put("additionalProperties", true);
        return schema;
    }

    private ObjectNode field(RecordComponent component) {
        var value = value(component.getAnnotatedType());
        var schema = described();
        if (!isNullable(component.getAnnotatedType())) {
            schema.setAll(value);
        } else if (value.path("type").isTextual()) {
            schema.putArray("type").add(value.path("type").asText()).add("null");
            value.remove("type");
            schema.setAll(value);
        } else {
            schema.putArray("anyOf").add(value).addObject().put("type", "null");
        }
        return schema;
    }

    private ObjectNode value(AnnotatedType annotated) {
        var type = annotated.getType();
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            var items = ((AnnotatedParameterizedType) annotated).getAnnotatedActualTypeArguments();
            return typed("array").set("items", value(items[0]));
        }
        return scalar(type).or(() -> wrapped(type)).orElseGet(() -> reference((Class<?>) type));
    }

    private static Optional<ObjectNode> scalar(Type type) {
        return Optional.ofNullable(
                switch (type.getTypeName()) {
                    case "java.lang.String" -> typed("string");
                    case "boolean", "java.lang.Boolean" -> typed("boolean");
                    case "int", "java.lang.Integer" -> typed("integer").put("format", "int32");
                    case "long", "java.lang.Long" -> typed("integer").put("format", "int64");
                    default -> {
                        if (type == Pence.class) {
                            yield typed("integer").put("format", "int64");
                        }
                        if (type == BigDecimal.class) {
                            yield typed("number");
                        }
                        if (type == UUID.class) {
                            yield typed("string").put("format", "uuid");
                        }
                        if (type == LocalDate.class) {
                            yield typed("string").put("format", "date");
                        }
                        if (type == Instant.class) {
                            yield typed("string").put("format", "date-time");
                        }
                        if (type == FinancialYear.class) {
                            yield typed("string").put("pattern", "^\\d{4}/\\d{2}$");
                        }
                        yield null;
                    }
                });
    }

    /// A record of one `@JsonValue` component, such as a typed id, is written as that component.
    private Optional<ObjectNode> wrapped(Type type) {
        return Stream.of(type)
                .filter(given -> given instanceof Class<?> c && c.isRecord())
                .flatMap(given -> Arrays.stream(((Class<?>) given).getRecordComponents()))
                .filter(component -> component.getAccessor().isAnnotationPresent(JsonValue.class))
                .map(component -> value(component.getAnnotatedType()))
                .findFirst();
    }

    private ObjectNode reference(Class<?> type) {
        var name = definitionName(type);
        if (!definitions.has(name)) {
            definitions.set(name, JSON.objectNode());
            definitions.set(name, definition(type));
        }
        return JSON.objectNode().put("$ref", "#/$defs/" + name);
    }

    /// `line` of `FundPlanned.Line`, `provenanceKind` of `Provenance.Kind`.
    private static String definitionName(Class<?> type) {
        var owner = type.getEnclosingClass();
        var name = type.isEnum() && owner != null ? owner.getSimpleName() : "";
        name += type.getSimpleName();
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }

    private ObjectNode definition(Class<?> type) {
        if (type.isRecord()) {
            return object(type);
        }
        if (!type.isEnum()) {
            throw new IllegalArgumentException(
                    "An event may not hold a %s; RecordSchema says what it may hold"
                            .formatted(type.getName()));
        }
        var schema = described().put("type", "string");
        var values = schema.putArray("enum");
        Arrays.stream(type.getEnumConstants()).map(RecordSchema::written).forEach(values::add);
        return schema;
    }

    private static String written(Object constant) {
        return constant instanceof Locality place ? place.code() : ((Enum<?>) constant).name();
    }

    private static ObjectNode described() {
        return JSON.objectNode().put("description", "");
    }

    private static ObjectNode typed(String type) {
        return JSON.objectNode().put("type", type);
    }

    private static boolean isNullable(AnnotatedType type) {
        return type.isAnnotationPresent(Nullable.class);
    }

    private static String inWords(String name) {
        var words = name.replaceAll("(?<=[a-z])(?=[A-Z])", " ");
        return words.charAt(0) + words.substring(1).toLowerCase(Locale.ROOT);
    }
}
