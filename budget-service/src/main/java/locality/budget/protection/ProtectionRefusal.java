package locality.budget.protection;

import java.time.LocalDate;
import locality.platform.money.FinancialYear;
import locality.platform.money.Pence;
import locality.platform.refusal.Refusal;

/// What the protection of an amount says no to.
abstract sealed class ProtectionRefusal extends Refusal {

    private ProtectionRefusal(Kind kind, String code, String detail) {
        super(kind, code, detail);
    }

    /// A change would leave less than is protected.
    static final class Protected extends ProtectionRefusal {
        Protected(Protections.Standing standing) {
            super(
                    Kind.RULE_BROKEN,
                    "PROTECTED_AMOUNT",
                    "%s protects %s; %s would be left, %s too little"
                            .formatted(
                                    standing.name(),
                                    standing.protectedPence(),
                                    standing.leftPence(),
                                    standing.shortPence()));
            operand("protectedAmount", standing.reference());
            operand("protectedPence", standing.protectedPence());
            operand("leftPence", standing.leftPence());
            operand("shortPence", standing.shortPence());
        }
    }

    static final class ReferenceTaken extends ProtectionRefusal {
        ReferenceTaken(String reference) {
            super(Kind.CONFLICT, "REFERENCE_TAKEN", "%s is taken".formatted(reference));
            operand("reference", reference);
        }
    }

    static final class NothingProtected extends ProtectionRefusal {
        NothingProtected(String reference, Pence amount) {
            super(
                    Kind.RULE_BROKEN,
                    "NOTHING_PROTECTED",
                    "%s protects more than nothing, not %s".formatted(reference, amount));
            operand("protectedAmount", reference);
            operand("amountPence", amount);
        }
    }

    static final class EndsFirst extends ProtectionRefusal {
        EndsFirst(String reference, ProtectedTerms terms) {
            super(
                    Kind.RULE_BROKEN,
                    "ENDS_BEFORE_IT_STARTS",
                    "%s would end on %s, before it starts on %s"
                            .formatted(reference, terms.endsOn(), terms.startsOn()));
            operand("protectedAmount", reference);
            operand("startsOn", terms.startsOn());
            operand("endsOn", terms.endsOn());
        }
    }

    static final class OutsideTheYear extends ProtectionRefusal {
        OutsideTheYear(String reference, LocalDate startsOn, FinancialYear year) {
            super(
                    Kind.RULE_BROKEN,
                    "OUTSIDE_THE_YEAR",
                    "%s protects money of %s, from a day of that year and not from %s"
                            .formatted(reference, year, startsOn));
            operand("protectedAmount", reference);
            operand("startsOn", startsOn);
            operand("financialYear", year);
        }
    }
}
