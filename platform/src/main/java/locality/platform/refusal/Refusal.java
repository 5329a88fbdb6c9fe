package locality.platform.refusal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A broken rule, said precisely. It becomes an RFC 9457 problem whose `code` is stable and whose
/// operands are the figures of the sum that failed.
///
/// Each feature extends this once, as a sealed family: everything that feature may say no to.
public abstract class Refusal extends RuntimeException {

    /// What the refusal means to a caller, and so the HTTP status it becomes.
    public enum Kind {
        /// Whoever calls may not do this: 403.
        FORBIDDEN(403),
        /// It is not there, or not for you: 404.
        NOT_FOUND(404),
        /// It is there, but not in the state you took it to be in: 409.
        CONFLICT(409),
        /// It was there, and for whoever calls it is no longer: 410.
        GONE(410),
        /// The request is well-formed and breaks a rule: 422.
        RULE_BROKEN(422),
        /// The request cannot be read: 400.
        MALFORMED(400),
        /// A precondition (If-Match) does not hold: 412.
        PRECONDITION_FAILED(412),
        /// There is too much waiting already; try again shortly: 503.
        OVERLOADED(503);

        private final int status;

        Kind(int status) {
            this.status = status;
        }

        public int status() {
            return status;
        }
    }

    private static final Set<String> OF_EVERY_PROBLEM =
            Set.of("type", "title", "status", "detail", "instance", "code");

    private final transient Kind kind;
    private final String code;
    private final transient Map<String, Object> operands = new LinkedHashMap<>();

    /// @param code stable and SCREAMING_SNAKE_CASE, as in `OVER_COMMITTED`
    /// @param detail one sentence with the figures that failed
    protected Refusal(Kind kind, String code, String detail) {
        super(detail);
        this.kind = kind;
        this.code = code;
    }

    /// Adds an operand to the problem's body. Money is named `...Pence`.
    ///
    /// @throws IllegalArgumentException for the name of a member that every problem has
    protected final void operand(String name, @Nullable Object value) {
        if (OF_EVERY_PROBLEM.contains(name)) {
            throw new IllegalArgumentException("Every problem has a %s of its own".formatted(name));
        }
        if (value != null) {
            operands.put(name, value);
        }
    }

    public Kind kind() {
        return kind;
    }

    public String code() {
        return code;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }

    public Map<String, Object> operands() {
        return operands;
    }

    /// The stack of a refusal tells nothing: it is an answer, not a fault.
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
