package locality.budget.agreement;

import java.time.LocalDate;
import locality.platform.refusal.Refusal;

/// What an agreement may say no to.
abstract sealed class AgreementRefusal extends Refusal {

    private AgreementRefusal(Kind kind, String code, String detail) {
        super(kind, code, detail);
    }

    static final class ReferenceTaken extends AgreementRefusal {
        ReferenceTaken(String reference) {
            super(Kind.CONFLICT, "REFERENCE_TAKEN", "%s is taken".formatted(reference));
            operand("reference", reference);
        }
    }

    static final class NotAPeriodBoundary extends AgreementRefusal {
        NotAPeriodBoundary(LocalDate startsOn) {
            super(
                    Kind.RULE_BROKEN,
                    "NOT_A_PERIOD_BOUNDARY",
                    "A basis starts with a period, on the first of a month, not on " + startsOn);
            operand("startsOn", startsOn);
        }
    }

    static final class NotAfterTheLast extends AgreementRefusal {
        NotAfterTheLast(LocalDate startsOn, LocalDate last) {
            super(
                    Kind.RULE_BROKEN,
                    "BASIS_NOT_AFTER_THE_LAST",
                    "The last basis starts on %s; a change starts later, not on %s"
                            .formatted(last, startsOn));
            operand("startsOn", startsOn);
            operand("lastStartsOn", last);
        }
    }
}
