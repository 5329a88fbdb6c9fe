package locality.budget.line;

import locality.platform.money.Pence;
import locality.platform.refusal.Refusal;

/// What a budget line may say no to.
public abstract sealed class LineRefusal extends Refusal {

    private LineRefusal(Kind kind, String code, String detail) {
        super(kind, code, detail);
    }

    /// More than is available.
    static final class OverCommitted extends LineRefusal {
        OverCommitted(BudgetLine line, Pence amount) {
            super(
                    Kind.RULE_BROKEN,
                    "OVER_COMMITTED",
                    "%s is more than is available on %s: available %s = current %s - requested %s - committed %s - spent %s"
                            .formatted(
                                    amount,
                                    line.reference,
                                    line.available(),
                                    line.currentPence,
                                    line.requestedPence,
                                    line.committedPence,
                                    line.spentPence));
            operand("line", line.reference);
            operand("amountPence", amount);
            operand("availablePence", line.available());
            operand("currentPence", line.currentPence);
            operand("requestedPence", line.requestedPence);
            operand("committedPence", line.committedPence);
            operand("spentPence", line.spentPence);
        }
    }

    /// More comes back than was spent, which would make money to promise.
    static final class MoreThanSpent extends LineRefusal {
        MoreThanSpent(BudgetLine line, Pence amount) {
            super(
                    Kind.RULE_BROKEN,
                    "MORE_THAN_SPENT",
                    "%s cannot come back on %s: spent %s, current %s"
                            .formatted(
                                    amount.negated(),
                                    line.reference,
                                    line.spentPence,
                                    line.currentPence));
            operand("line", line.reference);
            operand("amountPence", amount);
            operand("spentPence", line.spentPence);
            operand("currentPence", line.currentPence);
        }
    }

    /// The line is displayed beside the fund and stands outside its agreement.
    static final class OnlyInView extends LineRefusal {
        OnlyInView(String reference) {
            super(
                    Kind.RULE_BROKEN,
                    "ONLY_IN_VIEW",
                    "%s is IN_VIEW: it is displayed here, its money is not the fund's"
                            .formatted(reference));
            operand("line", reference);
        }
    }

    /// What a line is planned to save is not money to move.
    static final class PlannedAsASaving extends LineRefusal {
        PlannedAsASaving(BudgetLine line) {
            super(
                    Kind.RULE_BROKEN,
                    "PLANNED_AS_A_SAVING",
                    "%s is planned to bring in money, current %s: it neither gives nor gets"
                            .formatted(line.reference, line.currentPence));
            operand("line", line.reference);
            operand("currentPence", line.currentPence);
        }
    }

    /// A new plan leaves out a line on which money is promised or spent, or to which money moved.
    static final class InUse extends LineRefusal {
        InUse(BudgetLine line) {
            super(
                    Kind.RULE_BROKEN,
                    "LINE_IN_USE",
                    "The plan leaves out %s, on which money is promised: requested %s, committed %s, spent %s, moved %s"
                            .formatted(
                                    line.reference,
                                    line.requestedPence,
                                    line.committedPence,
                                    line.spentPence,
                                    line.moved()));
            operand("line", line.reference);
            operand("requestedPence", line.requestedPence);
            operand("committedPence", line.committedPence);
            operand("spentPence", line.spentPence);
            operand("movedPence", line.moved());
        }
    }
}
