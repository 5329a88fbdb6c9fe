package locality.governance.body;

import java.time.LocalDate;
import locality.governance.period.Period;
import locality.platform.money.Pence;
import locality.platform.refusal.Refusal;

/// Everything a body may say no to.
abstract sealed class BodyRefusal extends Refusal {

    private BodyRefusal(Kind kind, String code, String detail) {
        super(kind, code, detail);
    }

    static final class ReferenceTaken extends BodyRefusal {
        ReferenceTaken(String reference) {
            super(
                    Kind.CONFLICT,
                    "BODY_REFERENCE_TAKEN",
                    "There is a body %s already".formatted(reference));
            operand("reference", reference);
        }
    }

    static final class IllegalStep extends BodyRefusal {
        IllegalStep(BodyState from, BodyState to) {
            super(
                    Kind.CONFLICT,
                    "ILLEGAL_TRANSITION",
                    "A body that is %s cannot become %s; it may become %s"
                            .formatted(from, to, from.next()));
            operand("from", from);
            operand("to", to);
            operand("allowed", from.next());
        }
    }

    static final class StepOutOfOrder extends BodyRefusal {
        StepOutOfOrder(LocalDate last, LocalDate asked) {
            super(
                    Kind.RULE_BROKEN,
                    "STEP_OUT_OF_ORDER",
                    "Its last step was on %s, the next cannot be on %s".formatted(last, asked));
            operand("lastStepOn", last);
            operand("effectiveOn", asked);
        }
    }

    static final class SeatTaken extends BodyRefusal {
        SeatTaken(String seat, Membership holder) {
            super(
                    Kind.CONFLICT,
                    "SEAT_TAKEN",
                    "%s is held from %s%s; end that membership first"
                            .formatted(
                                    seat,
                                    holder.fromDay(),
                                    holder.untilDay() == null ? "" : " to " + holder.untilDay()));
            operand("seat", seat);
            operand("from", holder.fromDay());
            operand("until", holder.untilDay());
        }
    }

    static final class NobodyInSeat extends BodyRefusal {
        NobodyInSeat(String seat, LocalDate day) {
            super(
                    Kind.RULE_BROKEN,
                    "NO_SUCH_SEAT",
                    "There is no seat %s at this body on %s".formatted(seat, day));
            operand("seat", seat);
            operand("on", day);
        }
    }

    static final class NoSuchSeatEver extends BodyRefusal {
        NoSuchSeatEver(String seat, String body) {
            super(
                    Kind.RULE_BROKEN,
                    "NO_SUCH_SEAT",
                    "%s never had a seat %s; record the seats that the terms name first"
                            .formatted(body, seat));
            operand("seat", seat);
            operand("body", body);
        }
    }

    static final class TermsOutOfOrder extends BodyRefusal {
        TermsOutOfOrder(LocalDate last, LocalDate asked) {
            super(
                    Kind.RULE_BROKEN,
                    "TERMS_OUT_OF_ORDER",
                    "The version in force begins on %s; the next cannot begin on %s"
                            .formatted(last, asked));
            operand("lastVersionOn", last);
            operand("effectiveOn", asked);
        }
    }

    static final class NegativeKeyValue extends BodyRefusal {
        NegativeKeyValue(Pence asked) {
            super(
                    Kind.RULE_BROKEN,
                    "KEY_VALUE_NEGATIVE",
                    "A decision is key from a value of nothing or more, not from "
                            + asked.inPounds());
            operand("keyDecisionFromPence", asked);
        }
    }

    static final class AccountableInACircle extends BodyRefusal {
        AccountableInACircle(String reference, String to) {
            super(
                    Kind.RULE_BROKEN,
                    "ACCOUNTABLE_IN_A_CIRCLE",
                    "%s is already accountable to %s, directly or through others"
                            .formatted(to, reference));
            operand("body", reference);
            operand("to", to);
        }
    }

    static final class EndsBeforeItBegins extends BodyRefusal {
        EndsBeforeItBegins(Period period) {
            super(
                    Kind.RULE_BROKEN,
                    "ENDS_BEFORE_IT_BEGINS",
                    "It begins on %s and cannot end on %s"
                            .formatted(period.from(), period.until()));
            operand("from", period.from());
            operand("until", period.until());
        }
    }
}
