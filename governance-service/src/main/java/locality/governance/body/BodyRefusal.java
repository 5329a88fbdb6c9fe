package locality.governance.body;

import java.time.LocalDate;
import locality.governance.period.Period;
import locality.platform.money.Pence;
import locality.platform.place.Locality;
import locality.platform.refusal.Refusal;
import org.jspecify.annotations.Nullable;

/// Everything a body may say no to.
abstract sealed class BodyRefusal extends Refusal {

    private BodyRefusal(Kind kind, String code, String detail) {
        super(kind, code, detail);
    }

    private static String until(@Nullable LocalDate lastDay) {
        return lastDay == null ? "" : " to " + lastDay;
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

    static final class NameOutOfOrder extends BodyRefusal {
        NameOutOfOrder(Name last, LocalDate asked) {
            super(
                    Kind.RULE_BROKEN,
                    "NAME_OUT_OF_ORDER",
                    "It is called %s from %s; the next name cannot begin on %s"
                            .formatted(last.name(), last.fromDay(), asked));
            operand("lastName", last.name());
            operand("lastNameOn", last.fromDay());
            operand("effectiveOn", asked);
        }
    }

    static final class OwnPlace extends BodyRefusal {
        OwnPlace(String reference, Locality place) {
            super(
                    Kind.RULE_BROKEN,
                    "OWN_PLACE",
                    "%s belongs to %s and serves it in any case"
                            .formatted(reference, place.displayName()));
            operand("body", reference);
            operand("locality", place);
        }
    }

    static final class PlaceServed extends BodyRefusal {
        PlaceServed(String reference, ServedPlace served) {
            super(
                    Kind.CONFLICT,
                    "PLACE_ALREADY_SERVED",
                    "%s serves %s from %s%s already"
                            .formatted(
                                    reference,
                                    served.locality().displayName(),
                                    served.fromDay(),
                                    until(served.untilDay())));
            operand("body", reference);
            operand("locality", served.locality());
            operand("from", served.fromDay());
            operand("until", served.untilDay());
        }
    }

    static final class PlaceNotServed extends BodyRefusal {
        PlaceNotServed(String reference, Locality place, LocalDate day) {
            super(
                    Kind.RULE_BROKEN,
                    "PLACE_NOT_SERVED",
                    "%s does not serve %s besides its own on %s"
                            .formatted(reference, place.displayName(), day));
            operand("body", reference);
            operand("locality", place);
            operand("on", day);
        }
    }

    static final class AlreadySucceeded extends BodyRefusal {
        AlreadySucceeded(String predecessor, String successor) {
            super(
                    Kind.CONFLICT,
                    "ALREADY_SUCCEEDED",
                    "%s takes over from %s already".formatted(successor, predecessor));
            operand("body", predecessor);
            operand("successor", successor);
        }
    }

    static final class SuccessorDissolved extends BodyRefusal {
        SuccessorDissolved(String successor, LocalDate day) {
            super(
                    Kind.RULE_BROKEN,
                    "SUCCESSOR_DISSOLVED",
                    "%s is dissolved on %s and takes over from nobody".formatted(successor, day));
            operand("successor", successor);
            operand("effectiveOn", day);
        }
    }

    static final class SucceededInACircle extends BodyRefusal {
        SucceededInACircle(String predecessor, String successor) {
            super(
                    Kind.RULE_BROKEN,
                    "SUCCEEDED_IN_A_CIRCLE",
                    "%s took over from %s, directly or through others"
                            .formatted(predecessor, successor));
            operand("body", predecessor);
            operand("successor", successor);
        }
    }

    static final class DissolvedLater extends BodyRefusal {
        DissolvedLater(String predecessor, LocalDate dissolvedOn, LocalDate takenOverOn) {
            super(
                    Kind.RULE_BROKEN,
                    "DISSOLVED_LATER",
                    "%s is dissolved on %s, after %s; say that it goes on alongside until then"
                            .formatted(predecessor, dissolvedOn, takenOverOn));
            operand("body", predecessor);
            operand("dissolvedOn", dissolvedOn);
            operand("effectiveOn", takenOverOn);
        }
    }

    static final class AlreadyRelated extends BodyRefusal {
        AlreadyRelated(String reference, String to, Relation related) {
            super(
                    Kind.CONFLICT,
                    "ALREADY_RELATED",
                    "%s is %s %s from %s%s already; end that first"
                            .formatted(
                                    reference,
                                    related.kind(),
                                    to,
                                    related.fromDay(),
                                    until(related.untilDay())));
            operand("body", reference);
            operand("kind", related.kind());
            operand("to", to);
            operand("from", related.fromDay());
            operand("until", related.untilDay());
        }
    }

    static final class NotRelated extends BodyRefusal {
        NotRelated(String reference, Relation.Kind kind, String to, LocalDate day) {
            super(
                    Kind.RULE_BROKEN,
                    "NOT_RELATED",
                    "%s is not %s %s on %s".formatted(reference, kind, to, day));
            operand("body", reference);
            operand("kind", kind);
            operand("to", to);
            operand("on", day);
        }
    }

    static final class SeatTaken extends BodyRefusal {
        SeatTaken(String seat, Membership holder) {
            super(
                    Kind.CONFLICT,
                    "SEAT_TAKEN",
                    "%s is held from %s%s; end that membership first"
                            .formatted(seat, holder.fromDay(), until(holder.untilDay())));
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
