package locality.governance.principle;

import java.time.LocalDate;
import locality.platform.refusal.Refusal;
import org.jspecify.annotations.Nullable;

/// Everything a register of principles may say no to.
abstract sealed class PrincipleRefusal extends Refusal {

    private PrincipleRefusal(Kind kind, String code, String detail) {
        super(kind, code, detail);
    }

    static final class ReferenceTaken extends PrincipleRefusal {
        ReferenceTaken(String reference) {
            super(
                    Kind.CONFLICT,
                    "PRINCIPLE_REFERENCE_TAKEN",
                    "There is a principle %s already".formatted(reference));
            operand("reference", reference);
        }
    }

    static final class NumberTaken extends PrincipleRefusal {
        NumberTaken(String register, int number, String by) {
            super(
                    Kind.CONFLICT,
                    "PRINCIPLE_NUMBER_TAKEN",
                    "Number %d of the %s principles is %s".formatted(number, register, by));
            operand("register", register);
            operand("number", number);
            operand("takenBy", by);
        }
    }

    static final class EndsBeforeItHolds extends PrincipleRefusal {
        EndsBeforeItHolds(String reference, LocalDate from, LocalDate endsOn) {
            super(
                    Kind.RULE_BROKEN,
                    "ENDS_BEFORE_IT_HOLDS",
                    "Principle %s holds from %s and cannot end on %s"
                            .formatted(reference, from, endsOn));
            operand("principle", reference);
            operand("from", from);
            operand("endsOn", endsOn);
        }
    }

    static final class DecidesSomethingElse extends PrincipleRefusal {
        /// @param wanted what it must be about, as in `principle-register DESIGN`
        DecidesSomethingElse(String decision, @Nullable String subject, String wanted) {
            super(
                    Kind.RULE_BROKEN,
                    "DECISION_ABOUT_SOMETHING_ELSE",
                    "%s is about %s, not about %s: a decision agrees a register of principles whole"
                            .formatted(
                                    decision,
                                    subject == null ? "nothing in particular" : subject,
                                    wanted));
            operand("decision", decision);
            operand("subject", subject);
            operand("wanted", wanted);
        }
    }

    static final class NotAgreedYet extends PrincipleRefusal {
        NotAgreedYet(String decision, String state, LocalDate from) {
            super(
                    Kind.RULE_BROKEN,
                    "DECISION_NOT_IN_EFFECT",
                    ("Decision %s is %s: a principle that holds from %s rests on one that is in"
                                    + " effect on that day and today")
                            .formatted(decision, state, from));
            operand("decision", decision);
            operand("state", state);
            operand("from", from);
        }
    }

    static final class NotInASpreadsheet extends PrincipleRefusal {
        NotInASpreadsheet(String reference, String column, @Nullable Object onRecord) {
            super(
                    Kind.RULE_BROKEN,
                    "NOT_IN_A_SPREADSHEET",
                    "%s of %s is %s, which a spreadsheet does not change"
                            .formatted(column, reference, onRecord));
            operand("principle", reference);
            operand("column", column);
            operand("onRecord", onRecord);
        }
    }
}
