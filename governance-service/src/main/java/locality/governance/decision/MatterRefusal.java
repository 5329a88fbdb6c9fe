package locality.governance.decision;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Stream;
import locality.governance.authority.Owner;
import locality.platform.money.Pence;
import locality.platform.place.Locality;
import org.jspecify.annotations.Nullable;

/// Everything said no to about what is put before a body, or officers decide, and about votes on
/// it.
abstract sealed class MatterRefusal extends DecisionRefusal {

    private MatterRefusal(Kind kind, String code, String detail) {
        super(kind, code, detail);
    }

    private MatterRefusal(Kind kind, String code, String decision, String detail) {
        super(kind, code, decision, detail);
    }

    static final class RequestTabledAlready extends MatterRefusal {
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

    static final class NotToOfficers extends MatterRefusal {
        NotToOfficers(String delegation) {
            super(
                    Kind.RULE_BROKEN,
                    "DELEGATION_NOT_TO_OFFICERS",
                    "%s gives power to a body, which decides at a meeting".formatted(delegation));
            operand("delegation", delegation);
        }
    }

    static final class LiesAhead extends MatterRefusal {
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

    static final class ReferenceTaken extends MatterRefusal {
        ReferenceTaken(String reference) {
            super(
                    Kind.CONFLICT,
                    "DECISION_REFERENCE_TAKEN",
                    reference,
                    "There is a decision %s already".formatted(reference));
        }
    }

    static final class ExpectedForDecision extends MatterRefusal {
        ExpectedForDecision(String entry) {
            super(
                    Kind.RULE_BROKEN,
                    "EXPECTED_FOR_DECISION",
                    "%s of the forward plan is to be decided; say what: decision or approvalRequest"
                            .formatted(entry));
            operand("forwardPlan", entry);
        }
    }

    static final class NothingToDecide extends MatterRefusal {
        NothingToDecide(String item) {
            super(
                    Kind.CONFLICT,
                    "NOTHING_TO_DECIDE",
                    "Item %s is for discussion; no decision is tabled on it".formatted(item));
            operand("item", item);
        }
    }

    static final class OneMatter extends MatterRefusal {
        OneMatter() {
            super(
                    Kind.RULE_BROKEN,
                    "ONE_MATTER",
                    "An item tables an approval request or a deferred decision, not both");
        }
    }

    static final class Unfounded extends MatterRefusal {
        Unfounded() {
            super(
                    Kind.RULE_BROKEN,
                    "NEEDS_FUNCTION_AND_OWNERS",
                    "An approval names the function it exercises and whose it is: function,"
                            + " owners");
        }
    }

    static final class RatifiesNothing extends MatterRefusal {
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

    static final class SubjectNotOnRecord extends MatterRefusal {
        SubjectNotOnRecord(String named) {
            super(
                    Kind.RULE_BROKEN,
                    "SUBJECT_NOT_ON_RECORD",
                    "The subject {decision, %s} is no decision on record".formatted(named));
            operand("subject", named);
        }
    }

    static final class SubjectElsewhere extends MatterRefusal {
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

    static final class VotingHasBegun extends MatterRefusal {
        VotingHasBegun(String reference, LocalTime votedAt) {
            super(
                    Kind.CONFLICT,
                    "VOTING_HAS_BEGUN",
                    reference,
                    "Votes on %s were taken at %s; what it supersedes was said before"
                            .formatted(reference, votedAt));
            operand("votedAt", votedAt);
        }
    }

    static final class OwnerNamedTwice extends MatterRefusal {
        OwnerNamedTwice(String organisation) {
            super(
                    Kind.RULE_BROKEN,
                    "OWNER_NAMED_TWICE",
                    "%s is named twice among the owners".formatted(organisation));
            operand("organisation", organisation);
        }
    }

    static final class SharesDiffer extends MatterRefusal {
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

    static final class VotedAtAnotherTime extends MatterRefusal {
        VotedAtAnotherTime(String reference, LocalTime votedAt, LocalTime given) {
            super(
                    Kind.CONFLICT,
                    "VOTED_AT_ANOTHER_TIME",
                    reference,
                    "The vote on %s was taken at %s, not %s; the outcome may put it right"
                            .formatted(reference, votedAt, given));
            operand("votedAt", votedAt);
            operand("given", given);
        }
    }

    static final class NotAnApproval extends MatterRefusal {
        NotAnApproval(Object type) {
            super(
                    Kind.RULE_BROKEN,
                    "NOT_AN_APPROVAL",
                    "An approval request is answered by APPROVE, not by " + type);
            operand("decisionType", type);
        }
    }

    static final class NotVoting extends MatterRefusal {
        NotVoting(String member) {
            super(
                    Kind.RULE_BROKEN,
                    "NOT_A_VOTING_MEMBER",
                    "%s has no vote at this body".formatted(member));
            operand("member", member);
        }
    }

    static final class NotPresent extends MatterRefusal {
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
