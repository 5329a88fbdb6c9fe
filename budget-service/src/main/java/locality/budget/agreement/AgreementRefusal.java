package locality.budget.agreement;

import java.time.LocalDate;
import java.util.List;
import locality.budget.partnership.GovernedAgreement;
import locality.platform.refusal.Refusal;

/// What an agreement may say no to.
abstract sealed class AgreementRefusal extends Refusal {

    private AgreementRefusal(Kind kind, String code, String detail) {
        super(kind, code, detail);
    }

    static final class ReferenceTaken extends AgreementRefusal {
        ReferenceTaken(String reference) {
            super(Kind.CONFLICT, "REFERENCE_TAKEN", "%s is taken".formatted(reference));
            operand("reference", reference);
        }
    }

    static final class NotAPeriodBoundary extends AgreementRefusal {
        NotAPeriodBoundary(LocalDate startsOn) {
            super(
                    Kind.RULE_BROKEN,
                    "NOT_A_PERIOD_BOUNDARY",
                    "A basis starts with a period, on the first of a month, not on " + startsOn);
            operand("startsOn", startsOn);
        }
    }

    static final class NotAfterTheLast extends AgreementRefusal {
        NotAfterTheLast(LocalDate startsOn, LocalDate last) {
            super(
                    Kind.RULE_BROKEN,
                    "TERMS_NOT_AFTER_THE_LAST",
                    "The last terms start on %s; a change starts later, not on %s"
                            .formatted(last, startsOn));
            operand("startsOn", startsOn);
            operand("lastStartsOn", last);
        }
    }

    static final class MoneyMovedSince extends AgreementRefusal {
        MoneyMovedSince(String reference, AgreementTerms terms, LocalDate lastMovedOn) {
            super(
                    Kind.RULE_BROKEN,
                    "MONEY_MOVED_SINCE",
                    "Pooled money of %s moved on %s, so it becomes %s from a later period on, not from %s"
                            .formatted(reference, lastMovedOn, terms.basis(), terms.startsOn()));
            operand("agreement", reference);
            operand("basis", terms.basis());
            operand("startsOn", terms.startsOn());
            operand("lastMovedOn", lastMovedOn);
        }
    }

    static final class MayNotPool extends AgreementRefusal {
        MayNotPool(String reference, AgreementTerms terms) {
            super(
                    Kind.RULE_BROKEN,
                    "MAY_NOT_POOL",
                    "A pooled fund stands on section 75 with a host and a fund manager (SI 2000/617); the terms of %s from %s lack %s"
                            .formatted(
                                    reference,
                                    terms.startsOn(),
                                    String.join(" and ", terms.lackForAPool())));
            operand("agreement", reference);
            operand("startsOn", terms.startsOn());
            operand("legalPowers", terms.legalPowers());
            operand("lacks", terms.lackForAPool());
        }
    }

    static final class ManagerNotAppointed extends AgreementRefusal {
        ManagerNotAppointed(String reference, AgreementTerms terms, FundManager former) {
            super(
                    Kind.RULE_BROKEN,
                    "MANAGER_NOT_APPOINTED",
                    "A decision appointed the manager of the pool of %s, the %s of %s; terms from %s name the decision that appoints theirs"
                            .formatted(
                                    reference, former.post(), former.employer(), terms.startsOn()));
            operand("agreement", reference);
            operand("startsOn", terms.startsOn());
            operand("formerDecisionId", former.decisionId());
        }
    }

    static final class TiersOutOfOrder extends AgreementRefusal {
        TiersOutOfOrder(int tier, List<VirementScheme.Tier> tiers) {
            super(
                    Kind.RULE_BROKEN,
                    "TIERS_OUT_OF_ORDER",
                    "Each tier of virements takes more than the one before, the last one and no other knows no limit; tier %d of %d does not keep to it"
                            .formatted(tier, tiers.size()));
            operand("tier", tier);
            operand("tiers", tiers);
        }
    }

    static final class NoManager extends AgreementRefusal {
        NoManager(LocalDate startsOn) {
            super(
                    Kind.RULE_BROKEN,
                    "NO_FUND_MANAGER",
                    "A tier of virements is for the fund manager, and the terms from %s name none"
                            .formatted(startsOn));
            operand("startsOn", startsOn);
        }
    }

    static final class AlreadyGoverned extends AgreementRefusal {
        AlreadyGoverned(String reference, GovernedAgreement governed) {
            super(
                    Kind.CONFLICT,
                    "ALREADY_GOVERNED",
                    "Governance tells of %s as %s, and last told %s"
                            .formatted(
                                    reference,
                                    governed.reference(),
                                    governed.lastTold().orElseThrow()));
            operand("agreement", reference);
            operand("governanceReference", governed.reference());
        }
    }

    static final class SourceTwice extends AgreementRefusal {
        SourceTwice(String source) {
            super(
                    Kind.RULE_BROKEN,
                    "SOURCE_TWICE",
                    "What may be carried forward is said once of a source, and twice of %s"
                            .formatted(source));
            operand("source", source);
        }
    }
}
