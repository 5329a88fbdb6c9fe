package locality.platform.refusal;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// An RFC 9457 problem. `type` and `code` are stable; the operands are further members.
@Schema(name = "Problem", description = "An RFC 9457 problem; the operands are further members")
public record Problem(
        @Schema(examples = "urn:locality:problem:over-committed") String type,
        @Schema(examples = "The request breaks a rule") String title,
        @Schema(examples = "422") int status,
        String detail,
        @Schema(examples = "OVER_COMMITTED") String code,
        @JsonAnyGetter Map<String, Object> operands) {

    public static final String MEDIA_TYPE = "application/problem+json";

    /// What a refusal is in an answer: alone, or of one item among several.
    public static Problem of(Refusal refusal) {
        return of(
                refusal.kind().status(),
                title(refusal.kind()),
                refusal.code(),
                refusal.detail(),
                refusal.operands());
    }

    static Problem of(
            int status, String title, String code, String detail, Map<String, Object> operands) {
        var type =
                "urn:locality:problem:" + code.toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        return new Problem(type, title, status, detail, code, operands);
    }

    Response response() {
        return Response.status(status).type(MEDIA_TYPE).entity(this).build();
    }

    private static String title(Refusal.Kind kind) {
        return switch (kind) {
            case FORBIDDEN -> "Not allowed";
            case NOT_FOUND -> "Not found";
            case CONFLICT -> "It is not in a state that allows this";
            case GONE -> "No longer there";
            case RULE_BROKEN -> "The request breaks a rule";
            case MALFORMED -> "The request cannot be read";
            case PRECONDITION_FAILED -> "It has changed since you read it";
            case OVERLOADED -> "Too much is waiting; try again shortly";
        };
    }
}
