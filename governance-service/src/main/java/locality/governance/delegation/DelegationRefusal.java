package locality.governance.delegation;

import java.time.LocalDate;
import locality.governance.delegation.GrantingDecisions.Granting;
import locality.platform.money.Pence;
import locality.platform.place.Locality;
import locality.platform.refusal.Refusal;
import org.jspecify.annotations.Nullable;

/// Everything the scheme of delegation may say no to: a grant is a part of what the grantor holds.
abstract sealed class DelegationRefusal extends Refusal {

    private DelegationRefusal(Kind kind, String code, String detail) {
        super(kind, code, detail);
    }

    static final class ReferenceTaken extends DelegationRefusal {
        ReferenceTaken(String reference) {
            super(
                    Kind.CONFLICT,
                    "DELEGATION_REFERENCE_TAKEN",
                    "There is a delegation %s already".formatted(reference));
            operand("reference", reference);
        }
    }

    static final class OneHolder extends DelegationRefusal {
        OneHolder() {
            super(
                    Kind.RULE_BROKEN,
                    "ONE_HOLDER",
                    "A delegation goes to a body (to) or to an organisation's officers"
                            + " (toOrganisation), to exactly one of them");
        }
    }

    static final class Circular extends DelegationRefusal {
        Circular(String reference) {
            super(
                    Kind.RULE_BROKEN,
                    "DELEGATION_CIRCULAR",
                    "%s cannot delegate to itself".formatted(reference));
            operand("body", reference);
        }
    }

    static final class Reserved extends DelegationRefusal {
        Reserved(String function, Locality place) {
            super(
                    Kind.RULE_BROKEN,
                    "RESERVED",
                    "%s is reserved in %s to the owners' top bodies and cannot be delegated"
                            .formatted(function, place.displayName()));
            operand("function", function);
            operand("place", place);
        }
    }

    static final class NotTheirsToDelegate extends DelegationRefusal {
        NotTheirsToDelegate(String body, String function, LocalDate on) {
            super(
                    Kind.RULE_BROKEN,
                    "NOT_THEIRS_TO_DELEGATE",
                    "On %s %s holds no power over %s that it may pass on"
                            .formatted(on, body, function));
            operand("body", body);
            operand("function", function);
            operand("on", on);
        }
    }

    static final class LimitWiderThanOwn extends DelegationRefusal {
        LimitWiderThanOwn(String function, @Nullable Pence asked, @Nullable Pence own) {
            super(
                    Kind.RULE_BROKEN,
                    "LIMIT_WIDER_THAN_OWN",
                    "Its own limit over %s is %s; it cannot grant %s"
                            .formatted(
                                    function,
                                    own == null ? "none" : own.inPounds(),
                                    asked == null ? "an unlimited power" : asked.inPounds()));
            operand("function", function);
            operand("limitPence", asked);
            operand("ownLimitPence", own);
        }
    }

    static final class LongerThanOwn extends DelegationRefusal {
        LongerThanOwn(String function, @Nullable LocalDate asked, @Nullable LocalDate own) {
            super(
                    Kind.RULE_BROKEN,
                    "LONGER_THAN_OWN",
                    "Its own power over %s lasts until %s; it cannot grant it %s"
                            .formatted(
                                    function,
                                    own,
                                    asked == null ? "without an end" : "until " + asked));
            operand("function", function);
            operand("expiresOn", asked);
            operand("ownExpiresOn", own);
        }
    }

    static final class NegativeLimit extends DelegationRefusal {
        NegativeLimit(Pence limit) {
            super(
                    Kind.RULE_BROKEN,
                    "LIMIT_NEGATIVE",
                    "A limit is nothing or more, not %s".formatted(limit.inPounds()));
            operand("limitPence", limit);
        }
    }

    static final class OutlivesABody extends DelegationRefusal {
        OutlivesABody(String body, LocalDate dissolvedOn, @Nullable LocalDate expiresOn) {
            super(
                    Kind.RULE_BROKEN,
                    "OUTLIVES_A_BODY",
                    "%s is dissolved on %s; a delegation from or to it expires before"
                            .formatted(body, dissolvedOn));
            operand("body", body);
            operand("dissolvedOn", dissolvedOn);
            operand("expiresOn", expiresOn);
        }
    }

    static final class ExpiresBeforeItBegins extends DelegationRefusal {
        ExpiresBeforeItBegins(LocalDate effectiveOn, LocalDate expiresOn) {
            super(
                    Kind.RULE_BROKEN,
                    "ENDS_BEFORE_IT_BEGINS",
                    "It begins on %s and cannot expire on %s".formatted(effectiveOn, expiresOn));
            operand("effectiveOn", effectiveOn);
            operand("expiresOn", expiresOn);
        }
    }

    static final class EndedAlready extends DelegationRefusal {
        EndedAlready(String reference, @Nullable LocalDate lastDay) {
            super(
                    Kind.CONFLICT,
                    "DELEGATION_ENDED_ALREADY",
                    "%s is not in force after %s".formatted(reference, lastDay));
            operand("reference", reference);
            operand("lastDay", lastDay);
        }
    }

    /// The decision that is said to grant a delegation does not.
    static final class GrantingDecisionNotValid extends DelegationRefusal {

        static GrantingDecisionNotValid notOnRecord(String decision) {
            return new GrantingDecisionNotValid(
                    decision,
                    "There is no decision %s on record; the words of an older minute are its legal"
                                    .formatted(decision)
                            + " basis");
        }

        static GrantingDecisionNotValid notInEffect(Granting decision) {
            var refused =
                    new GrantingDecisionNotValid(
                            decision.reference(),
                            "%s is %s; only an APPROVE or RATIFY in effect grants anything"
                                    .formatted(decision.reference(), decision.state()));
            refused.operand("state", decision.state());
            return refused;
        }

        static GrantingDecisionNotValid ofAnotherBody(Granting decision, String grantor) {
            var refused =
                    new GrantingDecisionNotValid(
                            decision.reference(),
                            "%s was taken by %s, not by %s, which grants"
                                    .formatted(decision.reference(), decision.bodyName(), grantor));
            refused.operand("takenBy", decision.bodyName());
            refused.operand("from", grantor);
            return refused;
        }

        static GrantingDecisionNotValid later(Granting decision, LocalDate effectiveOn) {
            var refused =
                    new GrantingDecisionNotValid(
                            decision.reference(),
                            "%s was taken on %s; what it grants does not begin on %s"
                                    .formatted(
                                            decision.reference(),
                                            decision.effectiveOn(),
                                            effectiveOn));
            refused.operand("takenOn", decision.effectiveOn());
            refused.operand("effectiveOn", effectiveOn);
            return refused;
        }

        private GrantingDecisionNotValid(String decision, String detail) {
            super(Kind.RULE_BROKEN, "GRANTING_DECISION_NOT_VALID", detail);
            operand("grantingDecision", decision);
        }
    }
}
