package locality.governance.decision;

import java.time.LocalDate;

/// Everything said no to about what is to become of a decision: called in, referred, taken further.
abstract sealed class StepRefusal extends DecisionRefusal {

    private StepRefusal(Kind kind, String code, String detail) {
        super(kind, code, detail);
    }

    private StepRefusal(Kind kind, String code, String decision, String detail) {
        super(kind, code, decision, detail);
    }

    static final class IllegalStep extends StepRefusal {
        IllegalStep(String reference, DecisionState from, DecisionState to) {
            super(
                    Kind.CONFLICT,
                    "ILLEGAL_TRANSITION",
                    reference,
                    "Decision %s is %s and cannot become %s; it may become %s"
                            .formatted(reference, from, to, from.next()));
            operand("from", from);
            operand("to", to);
            operand("allowed", from.next());
        }
    }

    static final class CallInClosed extends StepRefusal {
        CallInClosed(String reference, LocalDate decidedOn, LocalDate until, LocalDate on) {
            super(
                    Kind.RULE_BROKEN,
                    "CALL_IN_CLOSED",
                    reference,
                    "%s was decided on %s and may be called in until %s, not on %s"
                            .formatted(reference, decidedOn, until, on));
            operand("decidedOn", decidedOn);
            operand("callInUntil", until);
            operand("on", on);
        }
    }

    static final class CallInLiesAhead extends StepRefusal {
        CallInLiesAhead(String reference, LocalDate today, LocalDate on) {
            super(
                    Kind.RULE_BROKEN,
                    "CALL_IN_LIES_AHEAD",
                    reference,
                    "%s is called in on the day that is done: today is %s, not %s"
                            .formatted(reference, today, on));
            operand("today", today);
            operand("on", on);
        }
    }

    static final class NotCalledIn extends StepRefusal {
        NotCalledIn(String reference, DecisionState state) {
            super(
                    Kind.CONFLICT,
                    "DECISION_NOT_CALLED_IN",
                    reference,
                    "%s is %s; only one that was called in is upheld".formatted(reference, state));
            operand("state", state);
        }
    }

    static final class BeforeItWasTaken extends StepRefusal {
        BeforeItWasTaken(String reference, LocalDate decidedOn, LocalDate on) {
            super(
                    Kind.RULE_BROKEN,
                    "BEFORE_THE_DECISION",
                    reference,
                    "%s was decided on %s; nothing became of it on %s"
                            .formatted(reference, decidedOn, on));
            operand("decidedOn", decidedOn);
            operand("on", on);
        }
    }

    static final class NotScrutiny extends StepRefusal {
        NotScrutiny(String body) {
            super(
                    Kind.RULE_BROKEN,
                    "NOT_A_SCRUTINY_COMMITTEE",
                    "Only scrutiny calls a decision in; %s is no such body".formatted(body));
            operand("body", body);
        }
    }

    static final class ScrutinyNotEstablished extends StepRefusal {
        ScrutinyNotEstablished(String body, Object standing, LocalDate on) {
            super(
                    Kind.RULE_BROKEN,
                    "SCRUTINY_NOT_ESTABLISHED",
                    "%s is %s on %s; it calls decisions in while it is ESTABLISHED"
                            .formatted(body, standing, on));
            operand("body", body);
            operand("standing", standing);
            operand("on", on);
        }
    }

    static final class ScrutinyElsewhere extends StepRefusal {
        ScrutinyElsewhere(String reference, Object place, String body) {
            super(
                    Kind.RULE_BROKEN,
                    "SCRUTINY_OF_ANOTHER_PLACE",
                    reference,
                    "%s is a decision of %s; %s neither belongs there nor serves it"
                            .formatted(reference, place, body));
            operand("place", place);
            operand("body", body);
        }
    }

    static final class CalledInByAnother extends StepRefusal {
        CalledInByAnother(String reference, String calledInBy, String by) {
            super(
                    Kind.RULE_BROKEN,
                    "CALLED_IN_BY_ANOTHER",
                    reference,
                    "%s was called in by %s, which says what becomes of it, not %s"
                            .formatted(reference, calledInBy, by));
            operand("calledInBy", calledInBy);
            operand("by", by);
        }
    }

    static final class NotSinceTheCallIn extends StepRefusal {
        NotSinceTheCallIn(String reference, LocalDate calledInOn, LocalDate today, LocalDate on) {
            super(
                    Kind.RULE_BROKEN,
                    "NOT_SINCE_THE_CALL_IN",
                    reference,
                    "%s was called in on %s and today is %s; scrutiny concluded between, not on %s"
                            .formatted(reference, calledInOn, today, on));
            operand("calledInOn", calledInOn);
            operand("today", today);
            operand("on", on);
        }
    }

    static final class ReferredAlready extends StepRefusal {
        ReferredAlready(String reference, String followUp) {
            super(
                    Kind.CONFLICT,
                    "REFERRED_ALREADY",
                    reference,
                    "%s was referred and is tabled as %s".formatted(reference, followUp));
            operand("followUp", followUp);
        }
    }

    static final class NoParent extends StepRefusal {
        NoParent(String body) {
            super(
                    Kind.RULE_BROKEN,
                    "NO_ACCOUNTABLE_PARENT",
                    "%s is accountable to no body on record; say which one it goes to first"
                            .formatted(body));
            operand("body", body);
        }
    }

    static final class NotTheParent extends StepRefusal {
        NotTheParent(String body, String given) {
            super(
                    Kind.RULE_BROKEN,
                    "NOT_ACCOUNTABLE_TO",
                    "%s is not accountable to %s".formatted(body, given));
            operand("body", body);
            operand("to", given);
        }
    }
}
