package locality.governance.function;

import java.time.LocalDate;
import locality.platform.refusal.Refusal;

/// Everything the register of functions may say no to.
abstract sealed class FunctionRefusal extends Refusal {

    private FunctionRefusal(Kind kind, String code, String detail) {
        super(kind, code, detail);
    }

    static final class AlreadyKnown extends FunctionRefusal {
        AlreadyKnown(String code) {
            super(
                    Kind.CONFLICT,
                    "FUNCTION_ALREADY_KNOWN",
                    "There is a function %s already".formatted(code));
            operand("function", code);
        }
    }

    static final class Unknown extends FunctionRefusal {
        Unknown(String code) {
            super(
                    Kind.RULE_BROKEN,
                    "UNKNOWN_FUNCTION",
                    "There is no function %s on record".formatted(code));
            operand("function", code);
        }
    }

    static final class EndsBeforeItBegins extends FunctionRefusal {
        EndsBeforeItBegins(LocalDate effectiveOn, LocalDate endsOn) {
            super(
                    Kind.RULE_BROKEN,
                    "ENDS_BEFORE_IT_BEGINS",
                    "It begins on %s and cannot end on %s".formatted(effectiveOn, endsOn));
            operand("effectiveOn", effectiveOn);
            operand("endsOn", endsOn);
        }
    }
}
