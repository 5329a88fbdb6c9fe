package locality.governance.function;

import java.time.LocalDate;
import locality.governance.period.Period;
import locality.platform.place.Locality;
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
        EndsBeforeItBegins(Period period) {
            super(
                    Kind.RULE_BROKEN,
                    "ENDS_BEFORE_IT_BEGINS",
                    "It begins on %s and cannot end on %s"
                            .formatted(period.from(), period.until()));
            operand("effectiveOn", period.from());
            operand("endsOn", period.until());
        }
    }

    static final class ArrangedFromLater extends FunctionRefusal {
        ArrangedFromLater(FunctionInPlace later) {
            super(
                    Kind.CONFLICT,
                    "ARRANGED_FROM_LATER",
                    "%s is arranged in %s from %s already; let this arrangement end before"
                            .formatted(
                                    later.functionCode,
                                    later.place.displayName(),
                                    later.effectiveOn));
            operand("function", later.functionCode);
            operand("place", later.place);
            operand("from", later.effectiveOn);
        }
    }

    static final class NotArranged extends FunctionRefusal {
        NotArranged(String code, Locality place, LocalDate on) {
            super(
                    Kind.RULE_BROKEN,
                    "NOT_ARRANGED",
                    "%s has no arrangement of %s on %s".formatted(place.displayName(), code, on));
            operand("function", code);
            operand("place", place);
            operand("on", on);
        }
    }
}
