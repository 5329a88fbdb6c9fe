package locality.platform.event;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/// A published type changes by addition only: whoever reads the new schema reads every old event,
/// and whoever still has the old schema reads every new one.
///
/// So a field keeps its form and its range for good, and a new field is never required: events
/// without it lie in the topics already. Nor does a required field become optional: a reader of
/// before relies on it. What must change otherwise becomes a new type, `.v2`.
final class SchemaCompatibility {

    private static final List<String> FORM =
            List.of(
                    "type",
                    "format",
                    "$ref",
                    "items",
                    "anyOf",
                    "required",
                    "enum",
                    "const",
                    "pattern",
                    "minimum",
                    "maximum");

    private SchemaCompatibility() {}

    /// What readers of either version would stumble over, as sentences; none when they are safe.
    static List<String> breaks(JsonNode before, JsonNode after) {
        var found = new ArrayList<String>();
        object(before, after, "", found);
        before.path("$defs")
                .properties()
                .forEach(
                        part ->
                                object(
                                        part.getValue(),
                                        after.path("$defs").path(part.getKey()),
                                        "/$defs/" + part.getKey(),
                                        found));
        return found;
    }

    private static void object(JsonNode before, JsonNode after, String at, List<String> found) {
        form(before, after, at, found);
        before.path("properties")
                .properties()
                .forEach(
                        field -> {
                            var place = at + "/" + field.getKey();
                            var now = after.path("properties").path(field.getKey());
                            if (now.isMissingNode()) {
                                found.add(place + " was taken away");
                            } else {
                                form(field.getValue(), now, place, found);
                            }
                        });
    }

    private static void form(JsonNode before, JsonNode after, String at, List<String> found) {
        for (var keyword : FORM) {
            var was = before.path(keyword);
            var is = after.path(keyword);
            if (!was.equals(is)) {
                found.add("%s: %s was %s and is %s".formatted(at, keyword, told(was), told(is)));
            }
        }
    }

    private static String told(JsonNode value) {
        return value.isMissingNode() ? "not said" : value.toString();
    }
}
