package locality.governance.standing;

import java.time.LocalDate;
import locality.platform.refusal.Refusal;

/// Everything standing items and deep dives may say no to.
abstract sealed class StandingRefusal extends Refusal {

    private StandingRefusal(Kind kind, String code, String detail) {
        super(kind, code, detail);
    }

    static final class IllegalStep extends StandingRefusal {
        IllegalStep(String reference, DeepDiveState from, DeepDiveState to) {
            super(
                    Kind.CONFLICT,
                    "ILLEGAL_TRANSITION",
                    "%s is %s and cannot become %s; it may become %s"
                            .formatted(reference, from, to, from.next()));
            operand("deepDive", reference);
            operand("from", from);
            operand("to", to);
            operand("allowed", from.next());
        }
    }

    static final class EndsBeforeItBegins extends StandingRefusal {
        EndsBeforeItBegins(LocalDate from, LocalDate until) {
            super(
                    Kind.RULE_BROKEN,
                    "ENDS_BEFORE_IT_BEGINS",
                    "It stands from %s and cannot end on %s".formatted(from, until));
            operand("from", from);
            operand("until", until);
        }
    }

    static final class InTheFuture extends StandingRefusal {
        InTheFuture(LocalDate raisedOn, LocalDate today) {
            super(
                    Kind.RULE_BROKEN,
                    "IN_THE_FUTURE",
                    "raisedOn is %s; today is %s, and it is recorded once it is done"
                            .formatted(raisedOn, today));
            operand("field", "raisedOn");
            operand("given", raisedOn);
            operand("today", today);
        }
    }
}
