package locality.platform.worklist;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The call of a service that clears what waits.
///
/// @param path below the root of the service
/// @param body as it may be sent, with what is to be filled in for example
@Schema(name = "ClearingCall")
public record ClearingCall(
        String method, String path, @Schema(type = SchemaType.OBJECT) @JsonRawValue String body) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /// @param fields name after value after name; null values are left out
    public static ClearingCall post(String path, @Nullable Object... fields) {
        var body = new LinkedHashMap<String, Object>();
        for (int i = 0; i < fields.length; i += 2) {
            var value = fields[i + 1];
            if (value != null) {
                body.put(String.valueOf(fields[i]), plain(value));
            }
        }
        return new ClearingCall("POST", path, json(body));
    }

    private static Object plain(Object value) {
        return value instanceof Enum<?> || value instanceof LocalDate ? value.toString() : value;
    }

    private static String json(Map<String, Object> body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
