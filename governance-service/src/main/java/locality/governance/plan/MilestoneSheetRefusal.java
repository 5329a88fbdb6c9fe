package locality.governance.plan;

import java.time.LocalDate;
import locality.platform.refusal.Refusal;
import org.jspecify.annotations.Nullable;

/// Everything a spreadsheet of milestones may be refused for, of its rows and as a whole.
abstract sealed class MilestoneSheetRefusal extends Refusal {

    private MilestoneSheetRefusal(Kind kind, String code, String detail) {
        super(kind, code, detail);
    }

    static final class PlannedThen extends MilestoneSheetRefusal {
        PlannedThen(String reference, LocalDate plannedOn, LocalDate said) {
            super(
                    Kind.RULE_BROKEN,
                    "PLANNED_THEN",
                    "Milestone %s was planned on %s, not on %s"
                            .formatted(reference, plannedOn, said));
            operand("milestone", reference);
            operand("plannedOn", plannedOn);
            operand("said", said);
        }
    }

    static final class NotInASpreadsheet extends MilestoneSheetRefusal {
        NotInASpreadsheet(String reference, MilestoneState from, MilestoneState to) {
            super(
                    Kind.RULE_BROKEN,
                    "NOT_IN_A_SPREADSHEET",
                    "Milestone %s is %s; a spreadsheet does not take it back to %s"
                            .formatted(reference, from, to));
            operand("milestone", reference);
            operand("from", from);
            operand("to", to);
        }
    }

    /// What a spreadsheet shows, and another call writes.
    static final class CellNotInASpreadsheet extends MilestoneSheetRefusal {
        CellNotInASpreadsheet(
                String reference, String column, @Nullable Object said, @Nullable Object onRecord) {
            super(
                    Kind.RULE_BROKEN,
                    "NOT_IN_A_SPREADSHEET",
                    "%s of %s is %s; a spreadsheet that takes no step does not make it %s"
                            .formatted(column, reference, written(onRecord), written(said)));
            operand("milestone", reference);
            operand("column", column);
            operand("said", written(said));
            operand("onRecord", written(onRecord));
        }

        private static String written(@Nullable Object value) {
            return value == null ? "left open" : value.toString();
        }
    }

    static final class CancelledWithoutNote extends MilestoneSheetRefusal {
        CancelledWithoutNote(String title) {
            super(
                    Kind.RULE_BROKEN,
                    "CANCELLED_WITHOUT_NOTE",
                    "Why \"%s\" is cancelled is said: fill in note".formatted(title));
            operand("milestone", title);
        }
    }

    static final class OfAnotherPlan extends MilestoneSheetRefusal {
        OfAnotherPlan(String reference, String plan) {
            super(
                    Kind.RULE_BROKEN,
                    "OF_ANOTHER_PLAN",
                    "Milestone %s is not one of %s".formatted(reference, plan));
            operand("milestone", reference);
            operand("plan", plan);
        }
    }

    static final class NamedTwice extends MilestoneSheetRefusal {
        NamedTwice(String reference) {
            super(
                    Kind.RULE_BROKEN,
                    "MILESTONE_NAMED_TWICE",
                    "The spreadsheet has a row for %s already".formatted(reference));
            operand("milestone", reference);
        }
    }

    static final class UnknownLine extends MilestoneSheetRefusal {
        UnknownLine(String predecessor) {
            super(
                    Kind.RULE_BROKEN,
                    "UNKNOWN_PREDECESSOR",
                    "%s names no line of a milestone in this spreadsheet".formatted(predecessor));
            operand("predecessor", predecessor);
        }
    }
}
