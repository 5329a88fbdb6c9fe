package locality.governance.decision;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Stream;
import locality.governance.authority.Excess;
import locality.governance.authority.Owner;
import locality.governance.validity.ValidityCode;
import locality.platform.money.Pence;
import locality.platform.refusal.Refusal;
import org.jspecify.annotations.Nullable;

/// Everything a decision may say no to.
abstract sealed class DecisionRefusal extends Refusal {

    private DecisionRefusal(Kind kind, String code, String detail) {
        super(kind, code, detail);
    }

    static final class IllegalStep extends DecisionRefusal {
        IllegalStep(String reference, DecisionState from, DecisionState to) {
            super(
                    Kind.CONFLICT,
                    "ILLEGAL_TRANSITION",
                    "Decision %s is %s and cannot become %s; it may become %s"
                            .formatted(reference, from, to, from.next()));
            operand("decision", reference);
            operand("from", from);
            operand("to", to);
            operand("allowed", from.next());
        }
    }

    static final class CallInClosed extends DecisionRefusal {
        CallInClosed(String reference, LocalDate decidedOn, LocalDate until, LocalDate on) {
            super(
                    Kind.RULE_BROKEN,
                    "CALL_IN_CLOSED",
                    "%s was decided on %s and may be called in until %s, not on %s"
                            .formatted(reference, decidedOn, until, on));
            operand("decision", reference);
            operand("decidedOn", decidedOn);
            operand("callInUntil", until);
            operand("on", on);
        }
    }

    static final class NotCalledIn extends DecisionRefusal {
        NotCalledIn(String reference, DecisionState state) {
            super(
                    Kind.CONFLICT,
                    "DECISION_NOT_CALLED_IN",
                    "%s is %s; only one that was called in is upheld".formatted(reference, state));
            operand("decision", reference);
            operand("state", state);
        }
    }

    static final class BeforeItWasTaken extends DecisionRefusal {
        BeforeItWasTaken(String reference, LocalDate decidedOn, LocalDate on) {
            super(
                    Kind.RULE_BROKEN,
                    "BEFORE_THE_DECISION",
                    "%s was decided on %s; nothing became of it on %s"
                            .formatted(reference, decidedOn, on));
            operand("decision", reference);
            operand("decidedOn", decidedOn);
            operand("on", on);
        }
    }

    static final class NotScrutiny extends DecisionRefusal {
        NotScrutiny(String body) {
            super(
                    Kind.RULE_BROKEN,
                    "NOT_A_SCRUTINY_COMMITTEE",
                    "Only scrutiny calls a decision in; %s is no such body".formatted(body));
            operand("body", body);
        }
    }

    static final class ScrutinyNotEstablished extends DecisionRefusal {
        ScrutinyNotEstablished(String body, Object standing, LocalDate on) {
            super(
                    Kind.RULE_BROKEN,
                    "SCRUTINY_NOT_ESTABLISHED",
                    "%s is %s on %s; it calls decisions in while it is ESTABLISHED"
                            .formatted(body, standing, on));
            operand("body", body);
            operand("standing", standing);
            operand("on", on);
        }
    }

    static final class ScrutinyElsewhere extends DecisionRefusal {
        ScrutinyElsewhere(String reference, Object place, String body) {
            super(
                    Kind.RULE_BROKEN,
                    "SCRUTINY_OF_ANOTHER_PLACE",
                    "%s is a decision of %s; %s neither belongs there nor serves it"
                            .formatted(reference, place, body));
            operand("decision", reference);
            operand("place", place);
            operand("body", body);
        }
    }

    static final class CalledInByAnother extends DecisionRefusal {
        CalledInByAnother(String reference, String calledInBy, String by) {
            super(
                    Kind.RULE_BROKEN,
                    "CALLED_IN_BY_ANOTHER",
                    "%s was called in by %s, which says what becomes of it, not %s"
                            .formatted(reference, calledInBy, by));
            operand("decision", reference);
            operand("calledInBy", calledInBy);
            operand("by", by);
        }
    }

    static final class NotSinceTheCallIn extends DecisionRefusal {
        NotSinceTheCallIn(String reference, LocalDate calledInOn, LocalDate today, LocalDate on) {
            super(
                    Kind.RULE_BROKEN,
                    "NOT_SINCE_THE_CALL_IN",
                    "%s was called in on %s and today is %s; scrutiny concluded between, not on %s"
                            .formatted(reference, calledInOn, today, on));
            operand("decision", reference);
            operand("calledInOn", calledInOn);
            operand("today", today);
            operand("on", on);
        }
    }

    static final class ReferredAlready extends DecisionRefusal {
        ReferredAlready(String reference, String followUp) {
            super(
                    Kind.CONFLICT,
                    "REFERRED_ALREADY",
                    "%s was referred and is tabled as %s".formatted(reference, followUp));
            operand("decision", reference);
            operand("followUp", followUp);
        }
    }

    static final class RequestTabledAlready extends DecisionRefusal {
        RequestTabledAlready(String request, String item, DecisionState state) {
            super(
                    Kind.CONFLICT,
                    "REQUEST_TABLED_ALREADY",
                    "%s is before a body as %s, which is %s".formatted(request, item, state));
            operand("approvalRequest", request);
            operand("item", item);
            operand("state", state);
        }
    }

    /// A decision that is to end or make good another must itself bind, and come later.
    static final class ByDoesNotBind extends DecisionRefusal {
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

    static final class ByIsEarlier extends DecisionRefusal {
        ByIsEarlier(String reference, LocalDate effectiveOn, String by, LocalDate byEffectiveOn) {
            super(
                    Kind.RULE_BROKEN,
                    "BY_DECISION_IS_EARLIER",
                    "%s, in effect from %s, is not later than %s, in effect from %s"
                            .formatted(by, byEffectiveOn, reference, effectiveOn));
            operand("decision", reference);
            operand("effectiveOn", effectiveOn);
            operand("byDecision", by);
            operand("byEffectiveOn", byEffectiveOn);
        }
    }

    static final class ByAnotherBody extends DecisionRefusal {
        ByAnotherBody(String reference, String body, String by, String byBody) {
            super(
                    Kind.RULE_BROKEN,
                    "BY_ANOTHER_BODY",
                    ("%s is of %s, %s of %s, which is neither that body, nor its successor, nor one"
                                    + " it is accountable to")
                            .formatted(reference, body, by, byBody));
            operand("decision", reference);
            operand("body", body);
            operand("byDecision", by);
            operand("byBody", byBody);
        }
    }

    static final class ByIsAboutAnother extends DecisionRefusal {
        ByIsAboutAnother(
                String reference, DecisionState next, String subject, String by, String about) {
            super(
                    Kind.RULE_BROKEN,
                    "BY_DECISION_IS_ABOUT_ANOTHER",
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
            operand("decision", reference);
            operand("to", next);
            operand("subject", subject);
            operand("byDecision", by);
            operand("bySubject", about);
        }
    }

    static final class RatifiedWhatStands extends DecisionRefusal {
        RatifiedWhatStands(String reference, String ratified) {
            super(
                    Kind.CONFLICT,
                    "RATIFIED_WHAT_STANDS",
                    "%s made %s good, which stands and rests on its authority"
                            .formatted(reference, ratified));
            operand("decision", reference);
            operand("ratified", ratified);
        }
    }

    /// A route that was not followed, and notice that was not given, are made up for by no
    /// authority.
    static final class NotCuredByRatification extends DecisionRefusal {
        NotCuredByRatification(String reference, List<ValidityCode> left, List<String> codes) {
            super(
                    Kind.RULE_BROKEN,
                    "NOT_CURED_BY_RATIFICATION",
                    "%s does not bind for %s; ratifying it leaves %s"
                            .formatted(reference, codes, left));
            operand("decision", reference);
            operand("validityCodes", codes);
            operand("notCured", left);
        }
    }

    static final class RatifiedBeforehand extends DecisionRefusal {
        RatifiedBeforehand(
                String reference, LocalDate decidedOn, String by, LocalDate byDecidedOn) {
            super(
                    Kind.RULE_BROKEN,
                    "RATIFIED_BEFOREHAND",
                    "%s was decided on %s, before %s was on %s"
                            .formatted(by, byDecidedOn, reference, decidedOn));
            operand("decision", reference);
            operand("decidedOn", decidedOn);
            operand("byDecision", by);
            operand("byDecidedOn", byDecidedOn);
        }
    }

    static final class RatifiesAnother extends DecisionRefusal {
        RatifiesAnother(String reference, String by, @Nullable String about) {
            super(
                    Kind.RULE_BROKEN,
                    "RATIFIES_ANOTHER",
                    "%s is about %s; one that ratifies %s has it as its subject {decision, %s}"
                            .formatted(by, about, reference, reference));
            operand("decision", reference);
            operand("byDecision", by);
            operand("subject", about);
        }
    }

    /// The authority that was missing is proven only for what the ratifying decision was about.
    static final class RatifiesLess extends DecisionRefusal {
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
    static final class RatifiesBeyondALimit extends DecisionRefusal {
        RatifiesBeyondALimit(String reference, String by, Excess excess) {
            super(
                    Kind.RULE_BROKEN,
                    "RATIFIES_BEYOND_A_LIMIT",
                    ("%s is of %s and %s was approved of its subject besides: more than the %s of"
                                    + " %s, on which %s rests")
                            .formatted(
                                    reference,
                                    excess.asked(),
                                    excess.approvedBefore(),
                                    excess.limit(),
                                    excess.delegation(),
                                    by));
            operand("decision", reference);
            operand("byDecision", by);
            operand("owner", excess.owner());
            operand("delegation", excess.delegation());
            operand("limitPence", excess.limit());
            operand("approvedBeforePence", excess.approvedBefore());
            operand("valuePence", excess.asked());
        }
    }

    static final class NoParent extends DecisionRefusal {
        NoParent(String body) {
            super(
                    Kind.RULE_BROKEN,
                    "NO_ACCOUNTABLE_PARENT",
                    "%s is accountable to no body on record; say which one it goes to first"
                            .formatted(body));
            operand("body", body);
        }
    }

    static final class NotTheParent extends DecisionRefusal {
        NotTheParent(String body, String given) {
            super(
                    Kind.RULE_BROKEN,
                    "NOT_ACCOUNTABLE_TO",
                    "%s is not accountable to %s".formatted(body, given));
            operand("body", body);
            operand("to", given);
        }
    }

    static final class NotToOfficers extends DecisionRefusal {
        NotToOfficers(String delegation) {
            super(
                    Kind.RULE_BROKEN,
                    "DELEGATION_NOT_TO_OFFICERS",
                    "%s gives power to a body, which decides at a meeting".formatted(delegation));
            operand("delegation", delegation);
        }
    }

    static final class LiesAhead extends DecisionRefusal {
        LiesAhead(LocalDate takenOn, LocalDate today) {
            super(
                    Kind.RULE_BROKEN,
                    "TAKEN_ON_LIES_AHEAD",
                    "What officers decided on %s is recorded then, not on %s"
                            .formatted(takenOn, today));
            operand("takenOn", takenOn);
            operand("today", today);
        }
    }

    static final class ReferenceTaken extends DecisionRefusal {
        ReferenceTaken(String reference) {
            super(
                    Kind.CONFLICT,
                    "DECISION_REFERENCE_TAKEN",
                    "There is a decision %s already".formatted(reference));
            operand("decision", reference);
        }
    }

    static final class ExpectedForDecision extends DecisionRefusal {
        ExpectedForDecision(String entry) {
            super(
                    Kind.RULE_BROKEN,
                    "EXPECTED_FOR_DECISION",
                    "%s of the forward plan is to be decided; say what: decision or approvalRequest"
                            .formatted(entry));
            operand("forwardPlan", entry);
        }
    }

    static final class NothingToDecide extends DecisionRefusal {
        NothingToDecide(String item) {
            super(
                    Kind.CONFLICT,
                    "NOTHING_TO_DECIDE",
                    "Item %s is for discussion; no decision is tabled on it".formatted(item));
            operand("item", item);
        }
    }

    static final class OneMatter extends DecisionRefusal {
        OneMatter() {
            super(
                    Kind.RULE_BROKEN,
                    "ONE_MATTER",
                    "An item tables an approval request or a deferred decision, not both");
        }
    }

    static final class Unfounded extends DecisionRefusal {
        Unfounded() {
            super(
                    Kind.RULE_BROKEN,
                    "NEEDS_FUNCTION_AND_OWNERS",
                    "An approval names the function it exercises and whose it is: function,"
                            + " owners");
        }
    }

    static final class RatifiesNothing extends DecisionRefusal {
        RatifiesNothing(@Nullable String subjectType, @Nullable String subject) {
            super(
                    Kind.RULE_BROKEN,
                    "RATIFIES_NOTHING",
                    "What is ratified is a decision on record: the subject is {decision, its id or"
                            + " reference}, not {%s, %s}".formatted(subjectType, subject));
            operand("subjectType", subjectType);
            operand("subject", subject);
        }
    }

    static final class SupersedesNothing extends DecisionRefusal {
        SupersedesNothing(String named) {
            super(
                    Kind.RULE_BROKEN,
                    "SUPERSEDES_NOTHING",
                    "What is superseded is a decision in effect: %s is none".formatted(named));
            operand("supersedes", named);
        }
    }

    static final class SupersededAlready extends DecisionRefusal {
        SupersededAlready(String decision, String by) {
            super(
                    Kind.CONFLICT,
                    "SUPERSEDED_ALREADY",
                    "%s gives way to %s, which was carried already".formatted(decision, by));
            operand("decision", decision);
            operand("byDecision", by);
        }
    }

    static final class OwnerNamedTwice extends DecisionRefusal {
        OwnerNamedTwice(String organisation) {
            super(
                    Kind.RULE_BROKEN,
                    "OWNER_NAMED_TWICE",
                    "%s is named twice among the owners".formatted(organisation));
            operand("organisation", organisation);
        }
    }

    static final class SharesDiffer extends DecisionRefusal {
        SharesDiffer(@Nullable Pence value, List<Owner> owners) {
            super(
                    Kind.RULE_BROKEN,
                    "SHARES_DIFFER",
                    "No share is negative, and ALIGNED shares are given for every owner or for none"
                            + " and sum to the value");
            operand("valuePence", value);
            operand(
                    "sharesPence",
                    Pence.sum(
                            owners.stream()
                                    .flatMap(owner -> Stream.ofNullable(owner.share()))
                                    .toList()));
            operand("owners", owners);
        }
    }

    static final class VotedAtAnotherTime extends DecisionRefusal {
        VotedAtAnotherTime(String reference, LocalTime votedAt, LocalTime given) {
            super(
                    Kind.CONFLICT,
                    "VOTED_AT_ANOTHER_TIME",
                    "The vote on %s was taken at %s, not %s; the outcome may put it right"
                            .formatted(reference, votedAt, given));
            operand("decision", reference);
            operand("votedAt", votedAt);
            operand("given", given);
        }
    }

    static final class NotAnApproval extends DecisionRefusal {
        NotAnApproval(Object type) {
            super(
                    Kind.RULE_BROKEN,
                    "NOT_AN_APPROVAL",
                    "An approval request is answered by APPROVE, not by " + type);
            operand("decisionType", type);
        }
    }

    static final class NotVoting extends DecisionRefusal {
        NotVoting(String member) {
            super(
                    Kind.RULE_BROKEN,
                    "NOT_A_VOTING_MEMBER",
                    "%s has no vote at this body".formatted(member));
            operand("member", member);
        }
    }

    static final class NotPresent extends DecisionRefusal {
        NotPresent(String member, LocalTime votedAt) {
            super(
                    Kind.RULE_BROKEN,
                    "NOT_PRESENT",
                    "%s was not there at %s, nor a substitute who counts"
                            .formatted(member, votedAt));
            operand("member", member);
            operand("votedAt", votedAt);
        }
    }
}
