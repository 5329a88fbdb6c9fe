package locality.budget.performance;

import java.math.BigDecimal;
import java.time.LocalDate;
import locality.platform.money.Pence;
import locality.platform.refusal.Refusal;
import org.jspecify.annotations.Nullable;

/// What a rule of performance pay may say no to.
abstract sealed class PerformanceRefusal extends Refusal {

    private PerformanceRefusal(Kind kind, String code, String detail) {
        super(kind, code, detail);
    }

    static final class ReferenceTaken extends PerformanceRefusal {
        ReferenceTaken(String reference) {
            super(Kind.CONFLICT, "REFERENCE_TAKEN", "%s is taken".formatted(reference));
            operand("reference", reference);
        }
    }

    static final class OutOfRange extends PerformanceRefusal {
        OutOfRange(int basisPoints) {
            super(
                    Kind.RULE_BROKEN,
                    "PERFORMANCE_PAY_OUT_OF_RANGE",
                    "From 1 to %d basis points are paid by performance, not %d"
                            .formatted(PerformancePayRule.MOST_BASIS_POINTS, basisPoints));
            operand("basisPoints", basisPoints);
            operand("mostBasisPoints", PerformancePayRule.MOST_BASIS_POINTS);
        }
    }

    static final class EndsFirst extends PerformanceRefusal {
        EndsFirst(String reference, LocalDate startsOn, LocalDate endsOn) {
            super(
                    Kind.RULE_BROKEN,
                    "ENDS_BEFORE_IT_STARTS",
                    "%s would end on %s, before it starts on %s"
                            .formatted(reference, endsOn, startsOn));
            operand("rule", reference);
            operand("startsOn", startsOn);
            operand("endsOn", endsOn);
        }
    }

    static final class Ended extends PerformanceRefusal {
        Ended(String reference, LocalDate endsOn) {
            super(
                    Kind.CONFLICT,
                    "RULE_ENDED",
                    "%s ends on %s already".formatted(reference, endsOn));
            operand("rule", reference);
            operand("endsOn", endsOn);
        }
    }

    static final class NotInForce extends PerformanceRefusal {
        NotInForce(String reference, LocalDate on, LocalDate startsOn, @Nullable LocalDate endsOn) {
            super(
                    Kind.RULE_BROKEN,
                    "RULE_NOT_IN_FORCE",
                    "%s holds from %s%s, not on %s"
                            .formatted(
                                    reference,
                                    startsOn,
                                    endsOn == null ? "" : " to " + endsOn,
                                    on));
            operand("rule", reference);
            operand("on", on);
            operand("startsOn", startsOn);
            operand("endsOn", endsOn);
        }
    }

    static final class NegativeMoney extends PerformanceRefusal {
        NegativeMoney(Pence base, Pence paid) {
            super(
                    Kind.RULE_BROKEN,
                    "AMOUNT_NEGATIVE",
                    "Base and paid are nothing or more: base %s, paid %s".formatted(base, paid));
            operand("basePence", base);
            operand("paidPence", paid);
        }
    }

    static final class NoTarget extends PerformanceRefusal {
        NoTarget(BigDecimal target) {
            super(
                    Kind.RULE_BROKEN,
                    "NO_TARGET",
                    "A target is more than nothing, not %s".formatted(target.toPlainString()));
            operand("target", target);
        }
    }
}
