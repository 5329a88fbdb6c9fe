package locality.governance.scrutiny;

import java.time.LocalDate;
import locality.platform.refusal.Refusal;

/// Everything a scrutiny quota may say no to.
abstract sealed class ScrutinyRefusal extends Refusal {

    private ScrutinyRefusal(Kind kind, String code, String detail) {
        super(kind, code, detail);
    }

    static final class EndsBeforeItBegins extends ScrutinyRefusal {
        EndsBeforeItBegins(LocalDate from, LocalDate until) {
            super(
                    Kind.RULE_BROKEN,
                    "ENDS_BEFORE_IT_BEGINS",
                    "The period begins on %s and cannot end on %s".formatted(from, until));
            operand("from", from);
            operand("until", until);
        }
    }

    static final class OfAnotherBody extends ScrutinyRefusal {
        OfAnotherBody(ScrutinyQuota quota) {
            super(
                    Kind.RULE_BROKEN,
                    "QUOTA_OF_ANOTHER_BODY",
                    "%s is what %s wants".formatted(quota.reference, quota.bodyReference));
            operand("quota", quota.reference);
            operand("body", quota.bodyReference);
        }
    }

    static final class OutsideThePeriod extends ScrutinyRefusal {
        OutsideThePeriod(ScrutinyQuota quota, LocalDate heldOn) {
            super(
                    Kind.RULE_BROKEN,
                    "OUTSIDE_THE_QUOTA",
                    "%s is for %s to %s, and the meeting is on %s"
                            .formatted(quota.reference, quota.fromDay, quota.untilDay, heldOn));
            operand("quota", quota.reference);
            operand("from", quota.fromDay);
            operand("until", quota.untilDay);
            operand("heldOn", heldOn);
        }
    }

    static final class AlreadySet extends ScrutinyRefusal {
        AlreadySet(ScrutinyQuota before) {
            super(
                    Kind.CONFLICT,
                    "QUOTA_ALREADY_SET",
                    "%s wants reports on %s from %s to %s already: %s"
                            .formatted(
                                    before.bodyReference,
                                    before.subject,
                                    before.fromDay,
                                    before.untilDay,
                                    before.reference));
            operand("quota", before.reference);
            operand("from", before.fromDay);
            operand("until", before.untilDay);
        }
    }
}
