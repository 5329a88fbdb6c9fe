package locality.governance.engagement;

import java.time.LocalDate;
import locality.platform.refusal.Refusal;
import org.jspecify.annotations.Nullable;

/// Everything the log of engagement may say no to.
abstract sealed class EngagementRefusal extends Refusal {

    private EngagementRefusal(Kind kind, String code, String detail) {
        super(kind, code, detail);
    }

    static final class ReferenceTaken extends EngagementRefusal {
        ReferenceTaken(String reference) {
            super(
                    Kind.CONFLICT,
                    "ENGAGEMENT_REFERENCE_TAKEN",
                    "There is an engagement %s already".formatted(reference));
            operand("reference", reference);
        }
    }

    static final class NoDate extends EngagementRefusal {
        NoDate(String given) {
            super(
                    Kind.RULE_BROKEN,
                    "NOT_A_DATE",
                    "\"%s\" is neither a day, as 2018-03-12, nor a month, as 2018-03"
                            .formatted(given));
            operand("heldIn", given);
        }
    }

    static final class InTheFuture extends EngagementRefusal {
        InTheFuture(String heldIn, LocalDate today) {
            super(
                    Kind.RULE_BROKEN,
                    "IN_THE_FUTURE",
                    "heldIn is %s; today is %s, and it is logged once it has taken place"
                            .formatted(heldIn, today));
            operand("field", "heldIn");
            operand("given", heldIn);
            operand("today", today);
        }
    }

    static final class NothingCounted extends EngagementRefusal {
        NothingCounted(String field, int given, int lowest) {
            super(
                    Kind.RULE_BROKEN,
                    "NOTHING_COUNTED",
                    "%s is %d; it is %d or more".formatted(field, given, lowest));
            operand("field", field);
            operand("given", given);
            operand("lowest", lowest);
        }
    }

    static final class NotInASpreadsheet extends EngagementRefusal {
        NotInASpreadsheet(String reference, String column, @Nullable Object onRecord) {
            super(
                    Kind.RULE_BROKEN,
                    "NOT_IN_A_SPREADSHEET",
                    "%s of %s is %s, which a spreadsheet does not change"
                            .formatted(column, reference, onRecord));
            operand("engagement", reference);
            operand("column", column);
            operand("onRecord", onRecord);
        }
    }
}
