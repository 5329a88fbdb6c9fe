package locality.budget.partnership;

import java.time.LocalDate;
import java.util.List;
import locality.platform.refusal.Refusal;

/// What an agreement does not allow, as far as governance told of it.
public abstract sealed class PartnershipRefusal extends Refusal {

    private PartnershipRefusal(String code, String detail, GovernedAgreement agreement) {
        super(Kind.RULE_BROKEN, code, detail);
        operand("agreement", agreement.reference());
        operand("lastTold", agreement.saidLast());
    }

    static final class NotInForce extends PartnershipRefusal {
        NotInForce(GovernedAgreement agreement, LocalDate day) {
            super(
                    "AGREEMENT_NOT_IN_FORCE",
                    "No version of agreement %s is in force on %s, so no pooled money moves: governance last told %s"
                            .formatted(agreement.reference(), day, agreement.saidLast()),
                    agreement);
            operand("day", day);
        }
    }

    static final class NotSigned extends PartnershipRefusal {
        NotSigned(GovernedAgreement agreement, int version) {
            super(
                    "VERSION_NOT_SIGNED",
                    "A pool, its end and who may vire stand in a signed version; version %d of agreement %s is not known to be signed: governance last told %s"
                            .formatted(version, agreement.reference(), agreement.saidLast()),
                    agreement);
            operand("agreementVersion", version);
        }
    }

    static final class DoesNotHold extends PartnershipRefusal {
        DoesNotHold(GovernedAgreement agreement, VersionLife life, LocalDate day) {
            super(
                    "VERSION_DOES_NOT_HOLD",
                    "Version %d of agreement %s holds from %s to %s, not on %s"
                            .formatted(
                                    life.version(),
                                    agreement.reference(),
                                    life.beginsOn(),
                                    life.endsOn() == null ? "no end" : life.endsOn(),
                                    day),
                    agreement);
            operand("agreementVersion", life.version());
            operand("beginsOn", life.beginsOn());
            operand("endsOn", life.endsOn());
            operand("day", day);
        }
    }

    static final class NoSuchVersion extends PartnershipRefusal {
        NoSuchVersion(GovernedAgreement agreement, int version, List<Integer> told) {
            super(
                    "NO_SUCH_VERSION",
                    "Agreement %s has the versions %s as far as governance told, not %d"
                            .formatted(agreement.reference(), told, version),
                    agreement);
            operand("agreementVersion", version);
            operand("toldVersions", told);
        }
    }
}
