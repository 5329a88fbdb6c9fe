package locality.governance.decision;

import java.time.LocalTime;
import java.util.List;
import java.util.stream.Stream;
import locality.governance.authority.Owner;
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
