package locality.budget.contribution;

import java.time.LocalDate;
import locality.platform.money.FinancialYear;
import locality.platform.money.Pence;
import locality.platform.refusal.Refusal;

/// What a contribution schedule may say no to.
abstract sealed class ContributionRefusal extends Refusal {

    private ContributionRefusal(Kind kind, String code, String detail) {
        super(kind, code, detail);
    }

    static final class InstalmentsDoNotSum extends ContributionRefusal {
        InstalmentsDoNotSum(Pence annual, Pence sum) {
            super(
                    Kind.RULE_BROKEN,
                    "INSTALMENTS_DO_NOT_SUM",
                    "The instalments sum to %s, the year is %s".formatted(sum, annual));
            operand("annualPence", annual);
            operand("instalmentsPence", sum);
        }
    }

    static final class InstalmentNotPositive extends ContributionRefusal {
        InstalmentNotPositive(LocalDate dueOn, Pence amount) {
            super(
                    Kind.RULE_BROKEN,
                    "INSTALMENT_NOT_POSITIVE",
                    "An instalment is of more than nothing; that due on %s is of %s"
                            .formatted(dueOn, amount));
            operand("dueOn", dueOn);
            operand("amountPence", amount);
        }
    }

    static final class OutsideTheYear extends ContributionRefusal {
        OutsideTheYear(LocalDate dueOn, FinancialYear year) {
            super(
                    Kind.RULE_BROKEN,
                    "INSTALMENT_OUTSIDE_THE_YEAR",
                    "%s does not lie in %s, the year of the fund".formatted(dueOn, year));
            operand("dueOn", dueOn);
            operand("financialYear", year);
        }
    }

    static final class InstalmentsNotAsked extends ContributionRefusal {
        InstalmentsNotAsked(ContributionProfile profile) {
            super(
                    Kind.RULE_BROKEN,
                    "INSTALMENTS_NOT_ASKED",
                    "%s makes its own instalments; only CUSTOM is given them".formatted(profile));
            operand("profile", profile);
        }
    }

    static final class NotPositive extends ContributionRefusal {
        NotPositive(Pence annual) {
            super(
                    Kind.RULE_BROKEN,
                    "CONTRIBUTION_NOT_POSITIVE",
                    "A partner contributes more than nothing, not %s".formatted(annual));
            operand("annualPence", annual);
        }
    }

    static final class AlreadyScheduled extends ContributionRefusal {
        AlreadyScheduled(String partner, String source) {
            super(
                    Kind.CONFLICT,
                    "ALREADY_SCHEDULED",
                    "%s already contributes from %s to this fund".formatted(partner, source));
            operand("partner", partner);
            operand("source", source);
        }
    }
}
