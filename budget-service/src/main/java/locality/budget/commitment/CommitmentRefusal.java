package locality.budget.commitment;

import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import locality.budget.agreement.CarryForwardScheme;
import locality.platform.money.FinancialYear;
import locality.platform.money.Pence;
import locality.platform.refusal.Refusal;
import org.jspecify.annotations.Nullable;

/// What a commitment may say no to.
abstract sealed class CommitmentRefusal extends Refusal {

    private CommitmentRefusal(Kind kind, String code, String detail) {
        super(kind, code, detail);
    }

    static final class NotPositive extends CommitmentRefusal {
        NotPositive(Pence amount) {
            super(
                    Kind.RULE_BROKEN,
                    "COMMITMENT_NOT_POSITIVE",
                    "A commitment is of more than nothing, not %s".formatted(amount));
            operand("amountPence", amount);
        }
    }

    static final class OwnersDoNotSum extends CommitmentRefusal {
        OwnersDoNotSum(Pence amount, Pence sum) {
            super(
                    Kind.RULE_BROKEN,
                    "OWNERS_DO_NOT_SUM",
                    "The owners' shares sum to %s, the commitment is %s".formatted(sum, amount));
            operand("amountPence", amount);
            operand("sharesPence", sum);
        }
    }

    static final class OwnerWithoutShare extends CommitmentRefusal {
        OwnerWithoutShare(String organisation, Pence share) {
            super(
                    Kind.RULE_BROKEN,
                    "OWNER_WITHOUT_SHARE",
                    "An owner has more than nothing; %s has %s".formatted(organisation, share));
            operand("organisation", organisation);
            operand("sharePence", share);
        }
    }

    static final class OwnerNamedTwice extends CommitmentRefusal {
        OwnerNamedTwice(String organisation) {
            super(
                    Kind.RULE_BROKEN,
                    "OWNER_NAMED_TWICE",
                    "%s is named twice; an owner is named once, with the whole of its share"
                            .formatted(organisation));
            operand("organisation", organisation);
        }
    }

    static final class OwnerNotCommissioner extends CommitmentRefusal {
        OwnerNotCommissioner(LineMoney money, String owner) {
            super(
                    Kind.RULE_BROKEN,
                    "OWNER_NOT_COMMISSIONER",
                    "The money of %s is %s on %s and so its commissioner's, %s, not that of %s"
                            .formatted(
                                    money.line(),
                                    money.basis(),
                                    money.on(),
                                    money.commissioner(),
                                    owner));
            operand("line", money.line());
            operand("basis", money.basis());
            operand("effectiveOn", money.on());
            operand("commissioner", money.commissioner());
            operand("organisation", owner);
        }
    }

    static final class OwnerContributesNothing extends CommitmentRefusal {
        OwnerContributesNothing(LineMoney money, String owner) {
            super(
                    Kind.RULE_BROKEN,
                    "OWNER_CONTRIBUTES_NOTHING",
                    "The money of %s is POOLED on %s and so theirs who contribute, %s, not that of %s"
                            .formatted(
                                    money.line(), money.on(), names(money.contributing()), owner));
            operand("line", money.line());
            operand("effectiveOn", money.on());
            operand("contributing", money.contributing().stream().sorted().toList());
            operand("organisation", owner);
        }

        private static String names(Set<String> organisations) {
            return organisations.isEmpty()
                    ? "nobody yet"
                    : String.join(", ", new TreeSet<>(organisations));
        }
    }

    static final class OutsideItsTerm extends CommitmentRefusal {
        OutsideItsTerm(Commitment commitment, LocalDate on) {
            super(
                    Kind.RULE_BROKEN,
                    "OUTSIDE_ITS_TERM",
                    "%s pays from %s%s, not on %s"
                            .formatted(
                                    commitment.reference,
                                    commitment.effectiveOn,
                                    commitment.expiresOn == null
                                            ? ""
                                            : " to " + commitment.expiresOn,
                                    on));
            operand("commitment", commitment.reference);
            operand("effectiveDate", on);
            operand("effectiveOn", commitment.effectiveOn);
            operand("expiresOn", commitment.expiresOn);
        }
    }

    static final class LiesAhead extends CommitmentRefusal {
        LiesAhead(LocalDate effectiveOn, LocalDate today) {
            super(
                    Kind.RULE_BROKEN,
                    "LIES_AHEAD",
                    "%s lies after today, %s".formatted(effectiveOn, today));
            operand("effectiveOn", effectiveOn);
            operand("today", today);
        }
    }

    static final class ExpiresFirst extends CommitmentRefusal {
        ExpiresFirst(LocalDate effectiveOn, LocalDate expiresOn) {
            super(
                    Kind.RULE_BROKEN,
                    "EXPIRES_BEFORE_IT_BEGINS",
                    "It would expire on %s, before it begins on %s"
                            .formatted(expiresOn, effectiveOn));
            operand("effectiveOn", effectiveOn);
            operand("expiresOn", expiresOn);
        }
    }

    static final class NotOpen extends CommitmentRefusal {
        NotOpen(String reference, CommitmentState state) {
            super(
                    Kind.CONFLICT,
                    "COMMITMENT_NOT_OPEN",
                    "%s is %s and holds nothing".formatted(reference, state));
            operand("commitment", reference);
            operand("state", state);
        }
    }

    static final class MoreThanHeld extends CommitmentRefusal {
        MoreThanHeld(Commitment commitment, Pence amount) {
            super(
                    Kind.RULE_BROKEN,
                    "MORE_THAN_HELD",
                    "%s is not within what %s holds: remaining %s = committed %s - discharged %s - released %s; more needs a variation"
                            .formatted(
                                    amount,
                                    commitment.reference,
                                    commitment.remaining(),
                                    commitment.amountPence,
                                    commitment.dischargedPence,
                                    commitment.releasedPence));
            operand("commitment", commitment.reference);
            operand("amountPence", amount);
            operand("remainingPence", commitment.remaining());
            operand("committedPence", commitment.amountPence);
            operand("dischargedPence", commitment.dischargedPence);
            operand("releasedPence", commitment.releasedPence);
        }
    }

    static final class MoreThanHeldThen extends CommitmentRefusal {
        MoreThanHeldThen(Commitment commitment, Pence amount, LocalDate on, Pence held) {
            super(
                    Kind.RULE_BROKEN,
                    "MORE_THAN_HELD",
                    "%s is more than %s holds from %s on: %s at the least, though %s remain today"
                            .formatted(
                                    amount,
                                    commitment.reference,
                                    on,
                                    held,
                                    commitment.remaining()));
            operand("commitment", commitment.reference);
            operand("amountPence", amount);
            operand("effectiveDate", on);
            operand("heldPence", held);
            operand("remainingPence", commitment.remaining());
        }
    }

    static final class NothingToCarry extends CommitmentRefusal {
        NothingToCarry(String reference, Pence discharged) {
            super(
                    Kind.RULE_BROKEN,
                    "NOTHING_TO_CARRY",
                    "%s has paid all that was promised, %s".formatted(reference, discharged));
            operand("commitment", reference);
            operand("dischargedPence", discharged);
        }
    }

    static final class NotWaiting extends CommitmentRefusal {
        NotWaiting(String reference, CommitmentState state) {
            super(
                    Kind.CONFLICT,
                    "COMMITMENT_NOT_WAITING",
                    "%s is %s and waits for no decision".formatted(reference, state));
            operand("commitment", reference);
            operand("state", state);
        }
    }

    static final class AskedByAnother extends CommitmentRefusal {
        AskedByAnother(String reference, String asked, String organisation) {
            super(
                    Kind.RULE_BROKEN,
                    "ASKED_BY_ANOTHER",
                    "%s asked for %s; only who asked withdraws it, not %s"
                            .formatted(asked, reference, organisation));
            operand("commitment", reference);
            operand("requestedBy", asked);
            operand("organisation", organisation);
        }
    }

    static final class VariesNothing extends CommitmentRefusal {
        VariesNothing(String reference, Pence amount) {
            super(
                    Kind.RULE_BROKEN,
                    "VARIES_NOTHING",
                    "%s is of %s already".formatted(reference, amount));
            operand("commitment", reference);
            operand("amountPence", amount);
        }
    }

    static final class LessThanPaid extends CommitmentRefusal {
        LessThanPaid(Commitment commitment, Pence amount) {
            super(
                    Kind.RULE_BROKEN,
                    "LESS_THAN_PAID",
                    "%s cannot be of %s: %s of its %s are paid"
                            .formatted(
                                    commitment.reference,
                                    amount,
                                    commitment.dischargedPence,
                                    commitment.amountPence));
            operand("commitment", commitment.reference);
            operand("amountPence", amount);
            operand("dischargedPence", commitment.dischargedPence);
            operand("committedPence", commitment.amountPence);
        }
    }

    static final class VariationWaits extends CommitmentRefusal {
        VariationWaits(String reference, Variation waiting) {
            super(
                    Kind.CONFLICT,
                    "VARIATION_WAITS",
                    "A variation of %s from %s to %s waits for a decision until %s"
                            .formatted(
                                    reference,
                                    waiting.fromPence,
                                    waiting.amountPence,
                                    waiting.dueOn));
            operand("commitment", reference);
            operand("requestId", waiting.requestId);
            operand("fromPence", waiting.fromPence);
            operand("amountPence", waiting.amountPence);
            operand("dueOn", waiting.dueOn);
        }
    }

    static final class CarryChangesAgreement extends CommitmentRefusal {
        CarryChangesAgreement(@Nullable String from, @Nullable String to) {
            super(
                    Kind.RULE_BROKEN,
                    "CARRY_CHANGES_AGREEMENT",
                    "Money under %s is not carried to a fund under %s"
                            .formatted(
                                    from == null ? "no agreement" : from,
                                    to == null ? "no agreement" : to));
            operand("agreement", from);
            operand("toAgreement", to);
        }
    }

    static final class CarryNotPermitted extends CommitmentRefusal {
        CarryNotPermitted(String source, String agreement, @Nullable Integer version) {
            super(
                    Kind.RULE_BROKEN,
                    "CARRY_NOT_PERMITTED",
                    "The carry-forward scheme of %s does not let money of %s be carried"
                            .formatted(agreement, source));
            operand("fundingSource", source);
            operand("agreement", agreement);
            operand("agreementVersion", version);
        }
    }

    static final class CarryBeyondScheme extends CommitmentRefusal {
        CarryBeyondScheme(
                CarryForwardScheme.Allowance allowance,
                CarriedForward.OfSource ofSource,
                Pence asked,
                String agreement) {
            super(
                    Kind.RULE_BROKEN,
                    "CARRY_BEYOND_SCHEME",
                    "%s lets %s of %s be carried, of which %s was; %s is beyond it"
                            .formatted(
                                    agreement,
                                    ofSource.allowed(allowance.upToBasisPoints()).inPounds(),
                                    allowance.source(),
                                    ofSource.carried().inPounds(),
                                    asked.inPounds()));
            operand("fundingSource", allowance.source());
            operand("agreement", agreement);
            operand("givenPence", ofSource.gave());
            operand("upToBasisPoints", allowance.upToBasisPoints());
            operand("allowedPence", ofSource.allowed(allowance.upToBasisPoints()));
            operand("carriedPence", ofSource.carried());
            operand("askedPence", asked);
        }
    }

    static final class NotALaterYear extends CommitmentRefusal {
        NotALaterYear(String reference, FinancialYear from, FinancialYear to) {
            super(
                    Kind.RULE_BROKEN,
                    "NOT_A_LATER_YEAR",
                    "%s is of %s; it is carried into a later year, not into %s"
                            .formatted(reference, from, to));
            operand("commitment", reference);
            operand("financialYear", from);
            operand("toFinancialYear", to);
        }
    }
}
