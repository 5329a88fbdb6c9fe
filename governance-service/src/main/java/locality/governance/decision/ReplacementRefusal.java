package locality.governance.decision;

import java.time.LocalDate;
import java.util.List;
import locality.governance.authority.Excess;
import locality.governance.validity.ValidityCode;
import org.jspecify.annotations.Nullable;

/// Everything said no to when one decision is to end another, to take its place or to make it good.
abstract sealed class ReplacementRefusal extends DecisionRefusal {

    private ReplacementRefusal(Kind kind, String code, String detail) {
        super(kind, code, detail);
    }

    private ReplacementRefusal(Kind kind, String code, String decision, String detail) {
        super(kind, code, decision, detail);
    }

    /// A decision that is to end or make good another must itself bind, and come later.
    static final class ByDoesNotBind extends ReplacementRefusal {
        ByDoesNotBind(String by, DecisionState state, Object decisionType) {
            super(
                    Kind.RULE_BROKEN,
                    "BY_DECISION_DOES_NOT_BIND",
                    "%s is %s, taken as %s; only an APPROVE or RATIFY in effect does that"
                            .formatted(by, state, decisionType));
            operand("byDecision", by);
            operand("state", state);
            operand("decisionType", decisionType);
        }
    }

    static final class ByIsEarlier extends ReplacementRefusal {
        ByIsEarlier(String reference, LocalDate effectiveOn, String by, LocalDate byEffectiveOn) {
            super(
                    Kind.RULE_BROKEN,
                    "BY_DECISION_IS_EARLIER",
                    reference,
                    "%s, in effect from %s, is not later than %s, in effect from %s"
                            .formatted(by, byEffectiveOn, reference, effectiveOn));
            operand("effectiveOn", effectiveOn);
            operand("byDecision", by);
            operand("byEffectiveOn", byEffectiveOn);
        }
    }

    static final class ByAnotherBody extends ReplacementRefusal {
        ByAnotherBody(String reference, String body, String by, String byBody) {
            super(
                    Kind.RULE_BROKEN,
                    "BY_ANOTHER_BODY",
                    reference,
                    ("%s is of %s, %s of %s, which is neither that body, nor its successor, nor one"
                                    + " it is accountable to")
                            .formatted(reference, body, by, byBody));
            operand("body", body);
            operand("byDecision", by);
            operand("byBody", byBody);
        }
    }

    static final class ByIsAboutAnother extends ReplacementRefusal {
        ByIsAboutAnother(
                String reference, DecisionState next, String subject, String by, String about) {
            super(
                    Kind.RULE_BROKEN,
                    "BY_DECISION_IS_ABOUT_ANOTHER",
                    reference,
                    ("%s is about %s; %s, about %s, becomes %s by a decision whose subject it is"
                                    + " {decision, %s}%s")
                            .formatted(
                                    by,
                                    about,
                                    reference,
                                    subject,
                                    next,
                                    reference,
                                    next == DecisionState.SUPERSEDED
                                            ? ", or of the same subject"
                                            : ""));
            operand("to", next);
            operand("subject", subject);
            operand("byDecision", by);
            operand("bySubject", about);
        }
    }

    static final class RatifiedWhatStands extends ReplacementRefusal {
        RatifiedWhatStands(String reference, String ratified) {
            super(
                    Kind.CONFLICT,
                    "RATIFIED_WHAT_STANDS",
                    reference,
                    "%s made %s good, which stands and rests on its authority"
                            .formatted(reference, ratified));
            operand("ratified", ratified);
        }
    }

    /// A route that was not followed, and notice that was not given, are made up for by no
    /// authority.
    static final class NotCuredByRatification extends ReplacementRefusal {
        NotCuredByRatification(String reference, List<ValidityCode> left, List<String> codes) {
            super(
                    Kind.RULE_BROKEN,
                    "NOT_CURED_BY_RATIFICATION",
                    reference,
                    "%s does not bind for %s; ratifying it leaves %s"
                            .formatted(reference, codes, left));
            operand("validityCodes", codes);
            operand("notCured", left);
        }
    }

    static final class RatifiedBeforehand extends ReplacementRefusal {
        RatifiedBeforehand(
                String reference, LocalDate decidedOn, String by, LocalDate byDecidedOn) {
            super(
                    Kind.RULE_BROKEN,
                    "RATIFIED_BEFOREHAND",
                    reference,
                    "%s was decided on %s, before %s was on %s"
                            .formatted(by, byDecidedOn, reference, decidedOn));
            operand("decidedOn", decidedOn);
            operand("byDecision", by);
            operand("byDecidedOn", byDecidedOn);
        }
    }

    static final class RatifiesAnother extends ReplacementRefusal {
        RatifiesAnother(String reference, String by, @Nullable String about) {
            super(
                    Kind.RULE_BROKEN,
                    "RATIFIES_ANOTHER",
                    reference,
                    "%s is about %s; one that ratifies %s has it as its subject {decision, %s}"
                            .formatted(by, about, reference, reference));
            operand("byDecision", by);
            operand("subject", about);
        }
    }

    /// The authority that was missing is proven only for what the ratifying decision was about.
    static final class RatifiesLess extends ReplacementRefusal {
        RatifiesLess(String by, String what, @Nullable Object needed, @Nullable Object given) {
            super(
                    Kind.RULE_BROKEN,
                    "RATIFIES_LESS",
                    "%s was taken for another %s: %s, not %s".formatted(by, what, given, needed));
            operand("byDecision", by);
            operand("what", what);
            operand("needed", needed);
            operand("given", given);
        }
    }

    /// Approvals that came between use what the limit left when the ratifying decision was taken.
    static final class RatifiesBeyondALimit extends ReplacementRefusal {
        RatifiesBeyondALimit(String reference, String by, Excess excess) {
            super(
                    Kind.RULE_BROKEN,
                    "RATIFIES_BEYOND_A_LIMIT",
                    reference,
                    ("%s is of %s and %s was approved of its subject besides: more than the %s of"
                                    + " %s, on which %s rests")
                            .formatted(
                                    reference,
                                    excess.asked(),
                                    excess.approvedBefore(),
                                    excess.limit(),
                                    excess.delegation(),
                                    by));
            operand("byDecision", by);
            operand("owner", excess.owner());
            operand("delegation", excess.delegation());
            operand("limitPence", excess.limit());
            operand("approvedBeforePence", excess.approvedBefore());
            operand("valuePence", excess.asked());
        }
    }

    static final class SupersedesNothing extends ReplacementRefusal {
        SupersedesNothing(String named) {
            super(
                    Kind.RULE_BROKEN,
                    "SUPERSEDES_NOTHING",
                    "What is superseded is a decision in effect in the same place: %s is none"
                            .formatted(named));
            operand("supersedes", named);
        }
    }

    /// What ratifies makes another good, and counts with no subject: it could only split.
    static final class RatifySupersedes extends ReplacementRefusal {
        RatifySupersedes(String reference, String by) {
            super(
                    Kind.RULE_BROKEN,
                    "RATIFY_SUPERSEDES_NOTHING",
                    reference,
                    "%s is a RATIFY; only an APPROVE takes the place of %s"
                            .formatted(by, reference));
            operand("byDecision", by);
        }
    }

    static final class SupersededAlready extends ReplacementRefusal {
        SupersededAlready(String decision, String by) {
            super(
                    Kind.CONFLICT,
                    "SUPERSEDED_ALREADY",
                    decision,
                    "%s gives way to %s, which was carried already".formatted(decision, by));
            operand("byDecision", by);
        }
    }
}
