package locality.governance.strategy;

import java.time.LocalDate;
import locality.platform.refusal.Refusal;
import org.jspecify.annotations.Nullable;

/// Everything a strategy may say no to.
abstract sealed class StrategyRefusal extends Refusal {

    private StrategyRefusal(Kind kind, String code, String detail) {
        super(kind, code, detail);
    }

    static final class ReferenceTaken extends StrategyRefusal {
        ReferenceTaken(String reference) {
            super(
                    Kind.CONFLICT,
                    "STRATEGY_REFERENCE_TAKEN",
                    "There is a strategy %s already".formatted(reference));
            operand("reference", reference);
        }
    }

    static final class NoDate extends StrategyRefusal {
        NoDate(String given) {
            super(
                    Kind.RULE_BROKEN,
                    "NOT_A_DATE",
                    "\"%s\" is neither a day, as 2018-02-28, nor a month, as 2018-02"
                            .formatted(given));
            operand("approvedIn", given);
        }
    }

    static final class IllegalStep extends StrategyRefusal {
        IllegalStep(String reference, StrategyState from, StrategyState to) {
            super(
                    Kind.CONFLICT,
                    "ILLEGAL_TRANSITION",
                    "Strategy %s is %s and cannot become %s; it may become %s"
                            .formatted(reference, from, to, from.next()));
            operand("strategy", reference);
            operand("from", from);
            operand("to", to);
            operand("allowed", from.next());
        }
    }

    static final class Ended extends StrategyRefusal {
        Ended(String reference, StrategyState state) {
            super(
                    Kind.CONFLICT,
                    "STRATEGY_ENDED",
                    "Strategy %s is %s; it is reviewed no more".formatted(reference, state));
            operand("strategy", reference);
            operand("state", state);
        }
    }

    static final class StepOutOfOrder extends StrategyRefusal {
        StepOutOfOrder(String reference, LocalDate last, LocalDate asked) {
            super(
                    Kind.RULE_BROKEN,
                    "STEP_OUT_OF_ORDER",
                    "The last step of %s was on %s, the next cannot be on %s"
                            .formatted(reference, last, asked));
            operand("strategy", reference);
            operand("lastStepOn", last);
            operand("effectiveOn", asked);
        }
    }

    static final class InTheFuture extends StrategyRefusal {
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

    static final class NotLater extends StrategyRefusal {
        NotLater(LocalDate given, LocalDate on) {
            super(
                    Kind.RULE_BROKEN,
                    "NOT_LATER",
                    "nextReviewOn is %s, which is not after %s".formatted(given, on));
            operand("field", "nextReviewOn");
            operand("given", given);
            operand("effectiveOn", on);
        }
    }

    static final class DecidesSomethingElse extends StrategyRefusal {
        DecidesSomethingElse(String decision, @Nullable String subject, String strategy) {
            super(
                    Kind.RULE_BROKEN,
                    "DECISION_ABOUT_SOMETHING_ELSE",
                    "%s is about %s, not about strategy %s"
                            .formatted(
                                    decision,
                                    subject == null ? "nothing in particular" : subject,
                                    strategy));
            operand("decision", decision);
            operand("subject", subject);
            operand("strategy", strategy);
        }
    }

    static final class NotInEffect extends StrategyRefusal {
        NotInEffect(String decision, String state) {
            super(
                    Kind.RULE_BROKEN,
                    "DECISION_NOT_IN_EFFECT",
                    "Decision %s is %s: a strategy is approved by one that is in effect"
                            .formatted(decision, state));
            operand("decision", decision);
            operand("state", state);
        }
    }

    static final class ApprovedBeforeDecided extends StrategyRefusal {
        ApprovedBeforeDecided(
                String reference, String decision, LocalDate takenOn, LocalDate asked) {
            super(
                    Kind.RULE_BROKEN,
                    "APPROVED_BEFORE_DECIDED",
                    "Decision %s was taken on %s: %s cannot be approved by it on %s"
                            .formatted(decision, takenOn, reference, asked));
            operand("strategy", reference);
            operand("decision", decision);
            operand("takenOn", takenOn);
            operand("effectiveOn", asked);
        }
    }

    static final class NoSuccessor extends StrategyRefusal {
        NoSuccessor(String reference, String by, StrategyKind kind) {
            super(
                    Kind.RULE_BROKEN,
                    "NO_SUCCESSOR",
                    ("%s cannot take the place of %s: another does that is approved, of kind %s and"
                                    + " of the same locality")
                            .formatted(by, reference, kind));
            operand("strategy", reference);
            operand("by", by);
            operand("kind", kind);
        }
    }

    static final class SaidAlready extends StrategyRefusal {
        SaidAlready(String reference, String approvedIn) {
            super(
                    Kind.CONFLICT,
                    "SAID_ALREADY",
                    "The same source said so of %s already".formatted(reference));
            operand("strategy", reference);
            operand("approvedIn", approvedIn);
        }
    }

    static final class NotInASpreadsheet extends StrategyRefusal {
        NotInASpreadsheet(String reference, String column, @Nullable Object onRecord) {
            super(
                    Kind.RULE_BROKEN,
                    "NOT_IN_A_SPREADSHEET",
                    "%s of %s is %s, which a spreadsheet does not change"
                            .formatted(column, reference, onRecord == null ? "empty" : onRecord));
            operand("strategy", reference);
            operand("column", column);
            operand("onRecord", onRecord);
        }
    }
}
