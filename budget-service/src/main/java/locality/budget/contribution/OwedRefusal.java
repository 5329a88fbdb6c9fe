package locality.budget.contribution;

import java.time.LocalDate;
import locality.platform.money.Pence;
import locality.platform.refusal.Refusal;

/// Why nothing that was decided lets a contribution be owed as it is asked.
abstract sealed class OwedRefusal extends Refusal {

    private OwedRefusal(String code, String detail) {
        super(Kind.RULE_BROKEN, code, detail);
    }

    static final class PlanDoesNotCover extends OwedRefusal {
        PlanDoesNotCover(String contribution, String fund, Pence pooled, Pence others, Pence owed) {
            super(
                    "PLAN_DOES_NOT_COVER",
                    "The approved plan of %s has %s in the pool, of which others owe %s; %s owes %s, which is %s more: it needs a decision of its own"
                            .formatted(
                                    fund,
                                    pooled,
                                    others,
                                    contribution,
                                    owed,
                                    others.plus(owed).minus(pooled)));
            operand("contribution", contribution);
            operand("fund", fund);
            operand("pooledPence", pooled);
            operand("othersPence", others);
            operand("owedPence", owed);
            operand("overPence", others.plus(owed).minus(pooled));
        }
    }

    static final class RiseNeedsDecision extends OwedRefusal {
        RiseNeedsDecision(String contribution, Pence from, Pence to) {
            super(
                    "RISE_NEEDS_A_DECISION",
                    "%s would rise by %s = %s - %s; only a decision that covers %s allows that"
                            .formatted(contribution, to.minus(from), to, from, to));
            operand("contribution", contribution);
            operand("fromPence", from);
            operand("annualPence", to);
            operand("risePence", to.minus(from));
        }
    }

    static final class FallNeedsDecision extends OwedRefusal {
        FallNeedsDecision(String contribution, Pence from, Pence to) {
            super(
                    "FALL_NEEDS_A_DECISION",
                    "%s would fall by %s = %s - %s; only another decision than it is owed under gives that up"
                            .formatted(contribution, from.minus(to), from, to));
            operand("contribution", contribution);
            operand("fromPence", from);
            operand("annualPence", to);
            operand("fallPence", from.minus(to));
        }
    }

    static final class DelayNeedsDecision extends OwedRefusal {
        DelayNeedsDecision(String contribution, LocalDate day, Pence overdue, Pence left) {
            super(
                    "DELAY_NEEDS_A_DECISION",
                    "%s owed %s by %s, and would owe %s by then: to pay %s later needs another decision than it is owed under"
                            .formatted(contribution, overdue, day, left, overdue.minus(left)));
            operand("contribution", contribution);
            operand("day", day);
            operand("overduePence", overdue);
            operand("leftOverduePence", left);
            operand("delayedPence", overdue.minus(left));
        }
    }
}
