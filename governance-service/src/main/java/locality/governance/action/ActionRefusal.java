package locality.governance.action;

import java.time.LocalDate;
import locality.platform.refusal.Refusal;
import org.jspecify.annotations.Nullable;

/// Everything an action may say no to.
abstract sealed class ActionRefusal extends Refusal {

    private ActionRefusal(Kind kind, String code, String detail) {
        super(kind, code, detail);
    }

    static final class NobodyResponsible extends ActionRefusal {
        NobodyResponsible(String title) {
            super(
                    Kind.RULE_BROKEN,
                    "NOBODY_RESPONSIBLE",
                    "\"%s\" names neither the post nor the organisation that is to do it"
                            .formatted(title));
            operand("action", title);
        }
    }

    static final class OneOrigin extends ActionRefusal {
        OneOrigin() {
            super(
                    Kind.RULE_BROKEN,
                    "ONE_ORIGIN",
                    "An action comes from a decision, an item or a body: name one of them");
        }
    }

    static final class WorkAreaOfNoArea extends ActionRefusal {
        WorkAreaOfNoArea(String workArea) {
            super(
                    Kind.RULE_BROKEN,
                    "WORK_AREA_OF_NO_AREA",
                    "\"%s\" is a part of an area: say of which".formatted(workArea));
            operand("workArea", workArea);
        }
    }

    static final class NoDate extends ActionRefusal {
        NoDate(String dueOn) {
            super(
                    Kind.RULE_BROKEN,
                    "DUE_NOT_A_DATE",
                    "\"%s\" is neither a day, as 2018-06-30, nor a month, as 2018-06"
                            .formatted(dueOn));
            operand("dueOn", dueOn);
        }
    }

    static final class DueUnclear extends ActionRefusal {
        DueUnclear(@Nullable String dueOn, DuePrecision precision, @Nullable LocalDate reviewOn) {
            super(
                    Kind.RULE_BROKEN,
                    "DUE_UNCLEAR",
                    "DAY names a day, MONTH a month; ONGOING has no last day but a review;"
                            + " UNDATED has neither");
            operand("dueOn", dueOn);
            operand("precision", precision);
            operand("reviewOn", reviewOn);
        }
    }

    static final class IllegalStep extends ActionRefusal {
        IllegalStep(String reference, ActionState from, ActionState to) {
            super(
                    Kind.CONFLICT,
                    "ILLEGAL_TRANSITION",
                    "Action %s is %s and cannot become %s; it may become %s"
                            .formatted(reference, from, to, from.next()));
            operand("action", reference);
            operand("from", from);
            operand("to", to);
            operand("allowed", from.next());
        }
    }

    static final class Finished extends ActionRefusal {
        Finished(String reference, ActionState state) {
            super(
                    Kind.CONFLICT,
                    "ACTION_FINISHED",
                    "Action %s is %s; nothing of it changes any more".formatted(reference, state));
            operand("action", reference);
            operand("state", state);
        }
    }

    static final class StepOutOfOrder extends ActionRefusal {
        StepOutOfOrder(String reference, LocalDate last, LocalDate asked) {
            super(
                    Kind.RULE_BROKEN,
                    "STEP_OUT_OF_ORDER",
                    "The last step of %s was on %s, the next cannot be on %s"
                            .formatted(reference, last, asked));
            operand("action", reference);
            operand("lastStepOn", last);
            operand("effectiveOn", asked);
        }
    }

    static final class InTheFuture extends ActionRefusal {
        InTheFuture(String field, LocalDate given, LocalDate today) {
            super(
                    Kind.RULE_BROKEN,
                    "IN_THE_FUTURE",
                    "%s is %s; today is %s, and it is recorded once it is done"
                            .formatted(field, given, today));
            operand("field", field);
            operand("given", given);
            operand("today", today);
        }
    }

    static final class NotMoved extends ActionRefusal {
        NotMoved(String reference, Due due) {
            super(
                    Kind.RULE_BROKEN,
                    "DUE_UNCHANGED",
                    "Action %s is to be done by then already".formatted(reference));
            operand("action", reference);
            operand("precision", due.precision());
            operand("dueOn", due.lastDay());
            operand("reviewOn", due.reviewOn());
        }
    }

    static final class NoSuccessor extends ActionRefusal {
        NoSuccessor(String reference, String by) {
            super(
                    Kind.RULE_BROKEN,
                    "NO_SUCCESSOR",
                    "%s cannot take the place of %s: an action is superseded by another that was"
                                    .formatted(by, reference)
                            + " not superseded itself");
            operand("action", reference);
            operand("by", by);
        }
    }

    static final class RecordedOtherwise extends ActionRefusal {
        RecordedOtherwise(String reference, String title) {
            super(
                    Kind.CONFLICT,
                    "ACTION_DIFFERS",
                    "The item has an action \"%s\" already, otherwise: change %s itself"
                            .formatted(title, reference));
            operand("action", reference);
        }
    }

    /// What a returned sheet does not change.
    static final class NotInASpreadsheet extends ActionRefusal {
        NotInASpreadsheet(String reference, String column) {
            super(
                    Kind.RULE_BROKEN,
                    "NOT_IN_A_SPREADSHEET",
                    ("A spreadsheet does not change %s of %s; a note says why it was moved or how"
                                    + " it was completed, evidence goes with completing it")
                            .formatted(column, reference));
            operand("action", reference);
            operand("column", column);
        }
    }

    static final class NotMadeInASpreadsheet extends ActionRefusal {
        NotMadeInASpreadsheet(String reference, ActionState state) {
            super(
                    Kind.RULE_BROKEN,
                    "NOT_IN_A_SPREADSHEET",
                    "A spreadsheet starts and completes actions; it cannot make %s %s"
                            .formatted(reference, state));
            operand("action", reference);
            operand("state", state);
        }
    }

    static final class OriginDiffers extends ActionRefusal {
        OriginDiffers(String reference, @Nullable String origin) {
            super(
                    Kind.RULE_BROKEN,
                    "ORIGIN_DIFFERS",
                    "Action %s was given where and when it was given, not by %s"
                            .formatted(reference, origin));
            operand("action", reference);
            operand("origin", origin);
        }
    }

    static final class CompletedWithoutNote extends ActionRefusal {
        CompletedWithoutNote(String reference) {
            super(
                    Kind.RULE_BROKEN,
                    "COMPLETED_WITHOUT_NOTE",
                    "What completes %s is said: fill in note".formatted(reference));
            operand("action", reference);
        }
    }
}
