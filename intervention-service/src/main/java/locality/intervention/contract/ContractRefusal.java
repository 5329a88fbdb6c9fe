package locality.intervention.contract;

import java.time.LocalDate;
import locality.platform.refusal.Refusal;

/// Everything a contract may say no to.
abstract sealed class ContractRefusal extends Refusal {

    private ContractRefusal(Kind kind, String code, String detail) {
        super(kind, code, detail);
    }

    static final class ReferenceTaken extends ContractRefusal {
        ReferenceTaken(String reference) {
            super(
                    Kind.CONFLICT,
                    "REFERENCE_TAKEN",
                    "There is a contract %s already".formatted(reference));
            operand("reference", reference);
        }
    }

    static final class EndsBeforeItBegins extends ContractRefusal {
        EndsBeforeItBegins(String reference, LocalDate beginsOn, LocalDate endsOn) {
            super(
                    Kind.RULE_BROKEN,
                    "CONTRACT_ENDS_BEFORE_IT_BEGINS",
                    "%s would begin on %s and end on %s".formatted(reference, beginsOn, endsOn));
            operand("contract", reference);
            operand("beginsOn", beginsOn);
            operand("endsOn", endsOn);
        }
    }

    static final class IllegalStep extends ContractRefusal {
        IllegalStep(String item, ScopeState from, ScopeState to) {
            super(
                    Kind.CONFLICT,
                    "ILLEGAL_TRANSITION",
                    "Item %s is %s and cannot become %s; it may become %s"
                            .formatted(item, from, to, from.next()));
            operand("item", item);
            operand("from", from);
            operand("to", to);
            operand("allowed", from.next());
        }
    }

    static final class StepOutOfOrder extends ContractRefusal {
        StepOutOfOrder(String item, LocalDate last, LocalDate asked) {
            super(
                    Kind.RULE_BROKEN,
                    "STEP_OUT_OF_ORDER",
                    "The last step of %s was on %s, the next cannot be on %s"
                            .formatted(item, last, asked));
            operand("item", item);
            operand("lastStepOn", last);
            operand("effectiveOn", asked);
        }
    }

    static final class InTheFuture extends ContractRefusal {
        InTheFuture(LocalDate given, LocalDate today) {
            super(
                    Kind.RULE_BROKEN,
                    "IN_THE_FUTURE",
                    "effectiveOn is %s; today is %s, and it is recorded once it is done"
                            .formatted(given, today));
            operand("field", "effectiveOn");
            operand("given", given);
            operand("today", today);
        }
    }
}
