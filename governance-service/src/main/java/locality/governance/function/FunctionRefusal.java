package locality.governance.function;

import java.math.BigDecimal;
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
        ArrangedFromLater(String code, Locality place, LocalDate from) {
            super(
                    Kind.CONFLICT,
                    "ARRANGED_FROM_LATER",
                    "%s is arranged in %s from %s already; let this arrangement end before"
                            .formatted(code, place.displayName(), from));
            operand("function", code);
            operand("place", place);
            operand("from", from);
        }
    }

    static final class AtAnotherLevel extends FunctionRefusal {
        AtAnotherLevel(FunctionAllocation held, AllocationTerms next, LocalDate on) {
            super(
                    Kind.CONFLICT,
                    "AT_ANOTHER_LEVEL",
                    "On %s %s is decided in %s at level %s by %s; end that before it is at level %s"
                            .formatted(
                                    on,
                                    held.functionCode,
                                    held.place.displayName(),
                                    held.terms.spatialLevel(),
                                    held.reference,
                                    next.spatialLevel()));
            operand("function", held.functionCode);
            operand("place", held.place);
            operand("on", on);
            operand("allocation", held.reference);
            operand("heldLevel", held.terms.spatialLevel());
            operand("spatialLevel", next.spatialLevel());
        }
    }

    static final class InPreparation extends FunctionRefusal {
        InPreparation(FunctionAllocation prepared, AllocationState state) {
            super(
                    Kind.CONFLICT,
                    "ALLOCATION_IN_PREPARATION",
                    "%s of %s in %s is %s already; take that further, or change what it says"
                            .formatted(
                                    prepared.reference,
                                    prepared.functionCode,
                                    prepared.place.displayName(),
                                    state));
            operand("allocation", prepared.reference);
            operand("state", state);
        }
    }

    static final class IllegalStep extends FunctionRefusal {
        IllegalStep(String reference, AllocationState from, AllocationState to) {
            super(
                    Kind.CONFLICT,
                    "ALLOCATION_ILLEGAL_STEP",
                    "%s is %s and cannot become %s".formatted(reference, from, to));
            operand("allocation", reference);
            operand("from", from);
            operand("to", to);
        }
    }

    static final class StepOutOfOrder extends FunctionRefusal {
        StepOutOfOrder(String reference, AllocationState state, LocalDate since, LocalDate asked) {
            super(
                    Kind.RULE_BROKEN,
                    "ALLOCATION_STEP_OUT_OF_ORDER",
                    "%s is %s since %s; the next step is not on %s"
                            .formatted(reference, state, since, asked));
            operand("allocation", reference);
            operand("since", since);
            operand("asked", asked);
        }
    }

    static final class RecordedAsEnded extends FunctionRefusal {
        RecordedAsEnded(String code, Locality place) {
            super(
                    Kind.RULE_BROKEN,
                    "RECORDED_AS_ENDED",
                    "An allocation of %s in %s that is over is recorded as IN_FORCE with its last"
                                    .formatted(code, place.displayName())
                            + " day");
            operand("function", code);
            operand("place", place);
        }
    }

    static final class ReservedByAnotherAllocation extends FunctionRefusal {
        ReservedByAnotherAllocation(String reference, boolean reserved) {
            super(
                    Kind.RULE_BROKEN,
                    "RESERVED_BY_ANOTHER_ALLOCATION",
                    "%s says reserved: %s; record another allocation from the day that changes"
                            .formatted(reference, reserved));
            operand("allocation", reference);
            operand("reserved", reserved);
        }
    }

    static final class NoWholeTimeEquivalents extends FunctionRefusal {
        NoWholeTimeEquivalents(BigDecimal given) {
            super(
                    Kind.RULE_BROKEN,
                    "NO_WHOLE_TIME_EQUIVALENTS",
                    "Whole-time equivalents are from 0 to 9,999,999.99 in hundredths, not %s"
                            .formatted(given.toPlainString()));
            operand("wholeTimeEquivalents", given);
        }
    }

    static final class NothingPrepared extends FunctionRefusal {
        NothingPrepared(String code, Locality place, AllocationState to) {
            super(
                    Kind.RULE_BROKEN,
                    "NOTHING_PREPARED",
                    "%s has no allocation of %s that could become %s"
                            .formatted(place.displayName(), code, to));
            operand("function", code);
            operand("place", place);
            operand("to", to);
        }
    }

    static final class PartOfItself extends FunctionRefusal {
        PartOfItself(String code, String parent) {
            super(
                    Kind.RULE_BROKEN,
                    "FUNCTION_PART_OF_ITSELF",
                    "%s is no part of %s, which is itself or one of its own parts"
                            .formatted(code, parent));
            operand("function", code);
            operand("parent", parent);
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
