package locality.budget.saving;

import java.time.LocalDate;
import locality.platform.money.Pence;
import locality.platform.refusal.Refusal;

/// What recycling a saving may be refused for.
abstract sealed class SavingRefusal extends Refusal {

    private SavingRefusal(Kind kind, String code, String detail) {
        super(kind, code, detail);
    }

    static final class NotRecyclable extends SavingRefusal {
        NotRecyclable(String fund) {
            super(
                    Kind.RULE_BROKEN,
                    "NOT_RECYCLABLE",
                    "%s is not a fund into which savings come back".formatted(fund));
            operand("fund", fund);
        }
    }

    static final class NotPositive extends SavingRefusal {
        NotPositive(Pence amount) {
            super(
                    Kind.RULE_BROKEN,
                    "SAVING_NOT_POSITIVE",
                    "A saving is more than nothing, not %s".formatted(amount));
            operand("amountPence", amount);
        }
    }

    static final class LiesAhead extends SavingRefusal {
        LiesAhead(LocalDate effectiveOn, LocalDate today) {
            super(
                    Kind.RULE_BROKEN,
                    "SAVING_LIES_AHEAD",
                    "What is saved by %s is not saved yet: today is %s"
                            .formatted(effectiveOn, today));
            operand("effectiveDate", effectiveOn);
            operand("today", today);
        }
    }

    static final class AfterTheYear extends SavingRefusal {
        AfterTheYear(LocalDate effectiveOn, LocalDate yearEndsOn) {
            super(
                    Kind.RULE_BROKEN,
                    "SAVING_AFTER_THE_YEAR",
                    "The fund's year ends on %s; what comes back on %s is a later year's"
                            .formatted(yearEndsOn, effectiveOn));
            operand("effectiveDate", effectiveOn);
            operand("yearEndsOn", yearEndsOn);
        }
    }

    static final class AlreadyTakenBack extends SavingRefusal {
        AlreadyTakenBack(String saving) {
            super(
                    Kind.CONFLICT,
                    "ALREADY_TAKEN_BACK",
                    "%s was taken back already".formatted(saving));
            operand("saving", saving);
        }
    }

    /// A line whose plan was never approved has nothing yet that a saving could raise.
    static final class PlanNotApproved extends SavingRefusal {
        PlanNotApproved(String line) {
            super(
                    Kind.RULE_BROKEN,
                    "PLAN_NOT_APPROVED",
                    "The plan that holds %s is not approved: approve it first".formatted(line));
            operand("line", line);
        }
    }
}
