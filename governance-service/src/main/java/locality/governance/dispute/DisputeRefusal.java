package locality.governance.dispute;

import java.time.LocalDate;
import java.util.List;
import locality.platform.refusal.Refusal;

/// Everything a dispute may say no to.
abstract sealed class DisputeRefusal extends Refusal {

    private DisputeRefusal(Kind kind, String code, String detail) {
        super(kind, code, detail);
    }

    static final class ReferenceTaken extends DisputeRefusal {
        ReferenceTaken(String reference) {
            super(
                    Kind.CONFLICT,
                    "DISPUTE_REFERENCE_TAKEN",
                    "There is a dispute %s already".formatted(reference));
            operand("reference", reference);
        }
    }

    static final class IllegalStep extends DisputeRefusal {
        IllegalStep(String reference, DisputeState from, DisputeState to) {
            super(
                    Kind.CONFLICT,
                    "ILLEGAL_TRANSITION",
                    "%s is %s and cannot become %s; it may become %s"
                            .formatted(reference, from, to, from.next()));
            operand("dispute", reference);
            operand("from", from);
            operand("to", to);
            operand("allowed", from.next());
        }
    }

    static final class Over extends DisputeRefusal {
        Over(String reference, DisputeState state) {
            super(
                    Kind.CONFLICT,
                    "DISPUTE_OVER",
                    "%s is %s; nothing more is done about it".formatted(reference, state));
            operand("dispute", reference);
            operand("state", state);
        }
    }

    static final class TooFewParties extends DisputeRefusal {
        TooFewParties(List<String> parties) {
            super(
                    Kind.RULE_BROKEN,
                    "TOO_FEW_PARTIES",
                    "A dispute has two parties or more, not only %s".formatted(parties));
            operand("parties", parties);
        }
    }

    static final class RaisedByNoParty extends DisputeRefusal {
        RaisedByNoParty(String raisedBy, List<String> parties) {
            super(
                    Kind.RULE_BROKEN,
                    "RAISED_BY_NO_PARTY",
                    "%s raises it and is not among the parties %s".formatted(raisedBy, parties));
            operand("raisedBy", raisedBy);
            operand("parties", parties);
        }
    }

    static final class ResolvedByNothing extends DisputeRefusal {
        ResolvedByNothing() {
            super(
                    Kind.RULE_BROKEN,
                    "RESOLVED_BY_NOTHING",
                    "A dispute is resolved by a decision (decision) or by what was agreed"
                            + " (agreement)");
        }
    }

    static final class OutOfOrder extends DisputeRefusal {
        OutOfOrder(String reference, LocalDate last, LocalDate given) {
            super(
                    Kind.RULE_BROKEN,
                    "STEP_OUT_OF_ORDER",
                    "The last step of %s was on %s; the next cannot be on %s"
                            .formatted(reference, last, given));
            operand("dispute", reference);
            operand("last", last);
            operand("given", given);
        }
    }

    static final class InTheFuture extends DisputeRefusal {
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

    static final class RuleOutOfOrder extends DisputeRefusal {
        RuleOutOfOrder(String body, LocalDate last, LocalDate given) {
            super(
                    Kind.RULE_BROKEN,
                    "RULE_OUT_OF_ORDER",
                    "%s has a rule from %s; a new one cannot hold from %s"
                            .formatted(body, last, given));
            operand("body", body);
            operand("last", last);
            operand("given", given);
        }
    }
}
