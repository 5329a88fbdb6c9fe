package locality.platform.refusal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.quarkus.hibernate.validator.runtime.jaxrs.ResteasyReactiveViolationException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.persistence.OptimisticLockException;
import jakarta.validation.ConstraintViolation;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hibernate.exception.ConstraintViolationException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/// Every failure leaves as an RFC 9457 problem: refusals with their operands, unreadable requests
/// with the field at fault, faults of our own with nothing but a note that they were logged.
class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    private static final String NO_SUCH_CHARACTER = "22021";
    private static final String NO_SUCH_CHARACTER_IN_JSON = "22P05";
    private static final String OUT_OF_RANGE = "22003";
    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final String DEADLOCK = "40P01";
    private static final String SERIALIZATION_FAILURE = "40001";

    @ServerExceptionMapper
    Response refusal(Refusal refusal) {
        var response = Problem.of(refusal).response();
        return refusal.kind() == Refusal.Kind.OVERLOADED
                ? Response.fromResponse(response).header(HttpHeaders.RETRY_AFTER, 1).build()
                : response;
    }

    @ServerExceptionMapper
    Response notAuthenticated(UnauthorizedException failure) {
        return unauthenticated();
    }

    @ServerExceptionMapper
    Response badToken(AuthenticationFailedException failure) {
        return unauthenticated();
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException failure) {
        return problem(403, "Not allowed", "FORBIDDEN", "Your roles do not allow this");
    }

    @ServerExceptionMapper
    Response invalid(ResteasyReactiveViolationException failure) {
        var faults =
                failure.getConstraintViolations().stream()
                        .map(v -> new Malformed.Fault(where(v), v.getMessage()))
                        .sorted(java.util.Comparator.comparing(Malformed.Fault::where))
                        .toList();
        var detail =
                faults.stream()
                        .map(fault -> fault.where() + " " + fault.message())
                        .collect(Collectors.joining("; "));
        return refusal(new Malformed(detail, faults));
    }

    @ServerExceptionMapper
    Response unknownField(UnrecognizedPropertyException failure) {
        return refusal(malformed(failure, "there is no such field: " + failure.getPropertyName()));
    }

    /// Said apart from [#unreadable], or Quarkus answers it in words of its own.
    @ServerExceptionMapper
    Response mismatched(MismatchedInputException failure) {
        return unreadable(failure);
    }

    @ServerExceptionMapper
    Response unreadable(JsonMappingException failure) {
        return refusal(malformed(failure, inWords(failure)));
    }

    /// What is our own says itself what is wrong with it.
    private static String inWords(JsonMappingException failure) {
        if (failure.getCause() instanceof IllegalArgumentException told) {
            return String.valueOf(told.getMessage());
        }
        return failure instanceof MismatchedInputException mismatched
                        && mismatched.getTargetType() != null
                        && mismatched.getTargetType() != String.class
                ? Expected.of(mismatched.getTargetType())
                : failure.getOriginalMessage();
    }

    @ServerExceptionMapper
    Response notJson(JsonProcessingException failure) {
        return refusal(new Malformed("This is not JSON: " + failure.getOriginalMessage()));
    }

    @ServerExceptionMapper
    Response changedMeanwhile(OptimisticLockException failure) {
        return problem(
                409,
                "It has changed meanwhile",
                "CHANGED_MEANWHILE",
                "Somebody else changed this at the same moment; read it again and repeat");
    }

    @ServerExceptionMapper
    Response constraint(ConstraintViolationException failure) {
        LOG.warnf("Refused by the database: %s", failure.getConstraintName());
        return Problem.of(
                        409,
                        "The database refuses this",
                        "CONSTRAINT",
                        "This would break %s".formatted(failure.getConstraintName()),
                        Map.of("constraint", String.valueOf(failure.getConstraintName())))
                .response();
    }

    @ServerExceptionMapper
    Response http(WebApplicationException failure) {
        var status = failure.getResponse().getStatus();
        if (status < 400) {
            return failure.getResponse();
        }
        if (failure.getCause() instanceof JsonMappingException unreadable) {
            return unreadable(unreadable);
        }
        if (failure.getCause() instanceof JsonProcessingException notJson) {
            return notJson(notJson);
        }
        if (failure.getCause() instanceof Refusal refused) {
            return refusal(refused);
        }
        if (failure.getCause() instanceof IllegalArgumentException told) {
            return refusal(new Malformed(String.valueOf(told.getMessage())));
        }
        if (failure.getCause() instanceof DateTimeException told) {
            return refusal(new Malformed(String.valueOf(told.getMessage())));
        }
        var reason = failure.getResponse().getStatusInfo().getReasonPhrase();
        return problem(
                status,
                reason,
                reason.toUpperCase(java.util.Locale.ROOT).replace(' ', '_'),
                failure instanceof NotFoundException
                        ? "There is nothing at this address"
                        : String.valueOf(failure.getMessage()));
    }

    @ServerExceptionMapper
    Response fault(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return refusal(refusal);
            }
            if (cause instanceof OptimisticLockException changed) {
                return changedMeanwhile(changed);
            }
            if (cause instanceof ConstraintViolationException violated) {
                return constraint(violated);
            }
            if (cause instanceof SQLException refused
                    && ofTheRequest(refused) instanceof Refusal refusal) {
                return refusal(refusal);
            }
        }
        LOG.error("A fault of our own", failure);
        return problem(
                500, "A fault of ours", "FAULT", "Something failed here; it has been logged");
    }

    /// What the database refuses for the request's sake, or for that of others at the same moment;
    /// null for a fault of ours.
    private static @Nullable Refusal ofTheRequest(SQLException failure) {
        return switch (String.valueOf(failure.getSQLState())) {
            case NO_SUCH_CHARACTER, NO_SUCH_CHARACTER_IN_JSON ->
                    new Malformed("A text has a NUL character");
            case OUT_OF_RANGE -> new AmountOutOfRange();
            case LOCK_NOT_AVAILABLE, DEADLOCK, SERIALIZATION_FAILURE -> new Busy();
            default -> null;
        };
    }

    private static Malformed malformed(JsonMappingException failure, String message) {
        var where =
                failure.getPath().stream()
                        .map(
                                step ->
                                        step.getFieldName() != null
                                                ? "." + step.getFieldName()
                                                : "[" + step.getIndex() + "]")
                        .collect(Collectors.joining());
        where = where.startsWith(".") ? where.substring(1) : where;
        return new Malformed(where + ": " + message, List.of(new Malformed.Fault(where, message)));
    }

    private static String where(ConstraintViolation<?> violation) {
        var path = violation.getPropertyPath().toString().replace(".<list element>", "");
        var parts = path.split("\\.", 3);
        return parts[parts.length - 1];
    }

    private static Response unauthenticated() {
        return Response.fromResponse(
                        problem(
                                401,
                                "Not signed in",
                                "UNAUTHENTICATED",
                                "A valid bearer token is needed"))
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
    }

    private static Response problem(int status, String title, String code, String detail) {
        return Problem.of(status, title, code, detail, Map.of()).response();
    }
}
