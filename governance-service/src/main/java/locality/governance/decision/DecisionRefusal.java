package locality.governance.decision;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Stream;
import locality.governance.authority.Owner;
import locality.platform.money.Pence;
import locality.platform.place.Locality;
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

    static final class CallInLiesAhead extends DecisionRefusal {
        CallInLiesAhead(String reference, LocalDate today, LocalDate on) {
            super(
                    Kind.RULE_BROKEN,
                    "CALL_IN_LIES_AHEAD",
                    "%s is called in on the day that is done: today is %s, not %s"
                            .formatted(reference, today, on));
            operand("decision", reference);
            operand("today", today);
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

    static final class SubjectNotOnRecord extends DecisionRefusal {
        SubjectNotOnRecord(String named) {
            super(
                    Kind.RULE_BROKEN,
                    "SUBJECT_NOT_ON_RECORD",
                    "The subject {decision, %s} is no decision on record".formatted(named));
            operand("subject", named);
        }
    }

    static final class SubjectElsewhere extends DecisionRefusal {
        SubjectElsewhere(String subject, Locality subjectPlace, Locality place) {
            super(
                    Kind.RULE_BROKEN,
                    "SUBJECT_OF_ANOTHER_PLACE",
                    "%s is a decision of %s; what is to bind in %s is about a decision of that place"
                            .formatted(subject, subjectPlace.code(), place.code()));
            operand("subject", subject);
            operand("subjectPlace", subjectPlace);
            operand("place", place);
        }
    }

    static final class VotingHasBegun extends DecisionRefusal {
        VotingHasBegun(String reference, LocalTime votedAt) {
            super(
                    Kind.CONFLICT,
                    "VOTING_HAS_BEGUN",
                    "Votes on %s were taken at %s; what it supersedes was said before"
                            .formatted(reference, votedAt));
            operand("decision", reference);
            operand("votedAt", votedAt);
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
