package locality.governance.duty;

import java.time.LocalDate;
import locality.governance.period.Period;
import locality.platform.refusal.Refusal;
import org.jspecify.annotations.Nullable;

/// Everything a duty may say no to.
abstract sealed class DutyRefusal extends Refusal {

    private DutyRefusal(Kind kind, String code, String detail) {
        super(kind, code, detail);
    }

    static final class ReferenceTaken extends DutyRefusal {
        ReferenceTaken(String reference) {
            super(
                    Kind.CONFLICT,
                    "DUTY_REFERENCE_TAKEN",
                    "There is a duty %s already".formatted(reference));
            operand("reference", reference);
        }
    }

    static final class OneHolder extends DutyRefusal {
        OneHolder(long given) {
            super(
                    Kind.RULE_BROKEN,
                    "ONE_HOLDER",
                    "A duty is a body's, a post's or an organisation's: of one of them, not of %d"
                            .formatted(given));
            operand("given", given);
        }
    }

    static final class EndsBeforeItBegins extends DutyRefusal {
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

    static final class EndedAlready extends DutyRefusal {
        EndedAlready(String reference, @Nullable LocalDate endsOn) {
            super(
                    Kind.CONFLICT,
                    "DUTY_ENDED_ALREADY",
                    "The last day of %s was %s".formatted(reference, endsOn));
            operand("duty", reference);
            operand("endsOn", endsOn);
        }
    }

    static final class TheirsAlready extends DutyRefusal {
        TheirsAlready(String reference) {
            super(
                    Kind.RULE_BROKEN,
                    "THEIRS_ALREADY",
                    "%s is theirs already; it passes to another".formatted(reference));
            operand("duty", reference);
        }
    }
}
