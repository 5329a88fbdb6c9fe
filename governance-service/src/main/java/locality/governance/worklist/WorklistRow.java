package locality.governance.worklist;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import locality.platform.place.Locality;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Something that waits, and the call that clears it.
///
/// @param reference of what waits: a meeting, a decision, an action, a seat
/// @param since the day it has waited from, null when no day is said
/// @param dueOn the last day it is in time, null when none is said
/// @param overdueDays days since `dueOn`; 0 while it is in time
/// @param body the body's reference, null when none is concerned
/// @param who the role that may clear it
@Schema(name = "WorklistRow")
public record WorklistRow(
        WorklistKind kind,
        String reference,
        String title,
        @Nullable LocalDate since,
        @Nullable LocalDate dueOn,
        long overdueDays,
        Locality locality,
        @Nullable String body,
        String who,
        String inWords,
        Call clear) {

    /// A call of this service.
    ///
    /// @param path below `/api/governance/v1`
    /// @param body as it may be sent, with what is to be filled in for example
    @Schema(name = "ClearingCall")
    public record Call(
            String method,
            String path,
            @Schema(type = SchemaType.OBJECT) @JsonRawValue String body) {

        private static final ObjectMapper JSON = new ObjectMapper();
        private static final int DAYS_TO_A_MEETING = 14;

        /// @param fields name after value after name; null values are left out
        public static Call post(String path, @Nullable Object... fields) {
            var body = new LinkedHashMap<String, Object>();
            for (int i = 0; i < fields.length; i += 2) {
                var value = fields[i + 1];
                if (value != null) {
                    body.put(String.valueOf(fields[i]), plain(value));
                }
            }
            return new Call("POST", path, json(body));
        }

        /// A meeting of a body a fortnight later, a day and time to be put right.
        public static Call meeting(String body, LocalDate on) {
            return post(
                    "/meetings",
                    "body",
                    body,
                    "startsAt",
                    on.plusDays(DAYS_TO_A_MEETING) + "T10:00");
        }

        private static Object plain(Object value) {
            return value instanceof Enum<?> || value instanceof LocalDate
                    ? value.toString()
                    : value;
        }

        private static String json(Map<String, Object> body) {
            try {
                return JSON.writeValueAsString(body);
            } catch (JsonProcessingException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }

    /// @param on the day that says how late it is
    public static WorklistRow due(
            WorklistKind kind,
            String reference,
            String title,
            LocalDate dueOn,
            LocalDate on,
            Place at,
            String inWords,
            Call clear) {
        return new WorklistRow(
                kind,
                reference,
                title,
                null,
                dueOn,
                Math.max(0, ChronoUnit.DAYS.between(dueOn, on)),
                at.locality,
                at.body,
                at.who,
                inWords,
                clear);
    }

    /// What waits without a last day.
    public static WorklistRow waiting(
            WorklistKind kind,
            String reference,
            String title,
            @Nullable LocalDate since,
            Place at,
            String inWords,
            Call clear) {
        return new WorklistRow(
                kind,
                reference,
                title,
                since,
                null,
                0,
                at.locality,
                at.body,
                at.who,
                inWords,
                clear);
    }

    /// Where it waits, and for whom.
    ///
    /// @param body the body's reference, null when none is concerned
    /// @param who the role that may clear it
    public record Place(Locality locality, @Nullable String body, String who) {}
}
