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
