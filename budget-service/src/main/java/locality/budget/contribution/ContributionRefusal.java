package locality.budget.contribution;

import java.time.LocalDate;
import locality.budget.agreement.Basis;
import locality.platform.money.FinancialYear;
import locality.platform.money.Pence;
import locality.platform.refusal.Refusal;
import org.jspecify.annotations.Nullable;

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

    static final class DoesNotAddUp extends ContributionRefusal {
        DoesNotAddUp(Pence gross, Pence clientCharges, @Nullable Pence annual) {
            super(
                    Kind.RULE_BROKEN,
                    "CONTRIBUTION_DOES_NOT_ADD_UP",
                    "gross %s - client charges %s = %s, and the year is said to be %s; what service users pay is nothing or more"
                            .formatted(gross, clientCharges, gross.minus(clientCharges), annual));
            operand("grossPence", gross);
            operand("clientChargesPence", clientCharges);
            operand("netPence", gross.minus(clientCharges));
            operand("annualPence", annual);
        }
    }

    static final class GrossNotSaid extends ContributionRefusal {
        GrossNotSaid(ContributionAmount before, Pence annual) {
            super(
                    Kind.RULE_BROKEN,
                    "GROSS_NOT_SAID",
                    "The year was %s = gross %s - client charges %s; of %s it is not said what service users pay"
                            .formatted(
                                    before.annual(),
                                    before.gross(),
                                    before.clientCharges(),
                                    annual));
            operand("fromPence", before.annual());
            operand("grossPence", before.gross());
            operand("clientChargesPence", before.clientCharges());
            operand("annualPence", annual);
        }
    }

    static final class ReferenceTaken extends ContributionRefusal {
        ReferenceTaken(String reference) {
            super(Kind.CONFLICT, "REFERENCE_TAKEN", "%s is taken".formatted(reference));
            operand("reference", reference);
        }
    }

    static final class NoAuthority extends ContributionRefusal {
        NoAuthority(String contribution, String fund) {
            super(
                    Kind.RULE_BROKEN,
                    "NO_AUTHORITY",
                    "Nothing moves without a decision: %s cites none, and no plan of %s is approved"
                            .formatted(contribution, fund));
            operand("contribution", contribution);
            operand("fund", fund);
        }
    }

    static final class BelowWhatWasPaid extends ContributionRefusal {
        BelowWhatWasPaid(String contribution, Pence annual, Pence paid) {
            super(
                    Kind.RULE_BROKEN,
                    "BELOW_WHAT_WAS_PAID",
                    "%s cannot become %s: %s of it was paid, which is %s more"
                            .formatted(contribution, annual, paid, paid.minus(annual)));
            operand("contribution", contribution);
            operand("annualPence", annual);
            operand("paidPence", paid);
        }
    }

    static final class NothingOpen extends ContributionRefusal {
        NothingOpen(String contribution, Pence annual, Pence agreed) {
            super(
                    Kind.RULE_BROKEN,
                    "NO_INSTALMENT_OPEN",
                    "No instalment of %s is open for %s = %s - %s; say in instalments when that is due"
                            .formatted(contribution, annual.minus(agreed), annual, agreed));
            operand("contribution", contribution);
            operand("annualPence", annual);
            operand("instalmentsPence", agreed);
            operand("leftPence", annual.minus(agreed));
        }
    }

    static final class BeforeWhatWasPaid extends ContributionRefusal {
        BeforeWhatWasPaid(String contribution, LocalDate dueOn, LocalDate lastPaid) {
            super(
                    Kind.RULE_BROKEN,
                    "INSTALMENT_BEFORE_WHAT_WAS_PAID",
                    "What is unpaid of %s is due no earlier than what was paid: %s is before %s"
                            .formatted(contribution, dueOn, lastPaid));
            operand("contribution", contribution);
            operand("dueOn", dueOn);
            operand("paidDueOn", lastPaid);
        }
    }

    static final class BeforeTheLastVariation extends ContributionRefusal {
        BeforeTheLastVariation(String contribution, LocalDate effectiveOn, LocalDate since) {
            super(
                    Kind.RULE_BROKEN,
                    "VARIATION_BEFORE_THE_LAST",
                    "%s cannot be varied from %s: its present terms hold from %s"
                            .formatted(contribution, effectiveOn, since));
            operand("contribution", contribution);
            operand("effectiveOn", effectiveOn);
            operand("termsSince", since);
        }
    }

    static final class ReceiptNotPositive extends ContributionRefusal {
        ReceiptNotPositive(Pence amount) {
            super(
                    Kind.RULE_BROKEN,
                    "RECEIPT_NOT_POSITIVE",
                    "A receipt is of more than nothing, not %s; one that was none is taken back"
                            .formatted(amount));
            operand("amountPence", amount);
        }
    }

    static final class LiesAhead extends ContributionRefusal {
        LiesAhead(LocalDate day, LocalDate today) {
            super(Kind.RULE_BROKEN, "LIES_AHEAD", "%s lies after today, %s".formatted(day, today));
            operand("day", day);
            operand("today", today);
        }
    }

    static final class NotPooled extends ContributionRefusal {
        NotPooled(String contribution, LocalDate day, @Nullable Basis basis) {
            super(
                    Kind.RULE_BROKEN,
                    "NOT_POOLED",
                    "%s is %s on %s: each partner keeps its money, and the host receives none"
                            .formatted(
                                    contribution,
                                    basis == null ? "under no agreement" : basis,
                                    day));
            operand("contribution", contribution);
            operand("day", day);
            operand("basis", basis);
        }
    }

    static final class MoreThanIsLeft extends ContributionRefusal {
        /// @param due to the host, of what may be received on that day
        MoreThanIsLeft(ContributionSchedule schedule, Receipt receipt, Pence due) {
            super(
                    Kind.RULE_BROKEN,
                    "MORE_THAN_IS_LEFT",
                    "%s has %s left to receive on %s = due to the host %s - paid %s; %s is %s more"
                            .formatted(
                                    schedule.reference,
                                    due.minus(schedule.paidPence),
                                    receipt.receivedOn(),
                                    due,
                                    schedule.paidPence,
                                    receipt.amountPence(),
                                    receipt.amountPence().minus(due.minus(schedule.paidPence))));
            operand("contribution", schedule.reference);
            operand("receivedOn", receipt.receivedOn());
            operand("amountPence", receipt.amountPence());
            operand("duePence", due);
            operand("paidPence", schedule.paidPence);
            operand("leftPence", due.minus(schedule.paidPence));
        }
    }

    static final class AlreadyReceived extends ContributionRefusal {
        AlreadyReceived(String contribution, ContributionMovement receipt) {
            super(
                    Kind.CONFLICT,
                    "ALREADY_RECEIVED",
                    "%s was taken for %s before: %s on %s"
                            .formatted(
                                    receipt.document,
                                    contribution,
                                    receipt.amountPence,
                                    receipt.effectiveOn));
            operand("contribution", contribution);
            operand("document", receipt.document);
            operand("amountPence", receipt.amountPence);
            operand("receivedOn", receipt.effectiveOn);
        }
    }

    static final class AlreadyTakenBack extends ContributionRefusal {
        AlreadyTakenBack(String contribution, @Nullable String document) {
            super(
                    Kind.CONFLICT,
                    "ALREADY_TAKEN_BACK",
                    "The receipt %s of %s was taken back before".formatted(document, contribution));
            operand("contribution", contribution);
            operand("document", document);
        }
    }
}
