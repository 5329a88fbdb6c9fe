package locality.budget.authority;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import locality.platform.event.BoardEvent.MoneyOwner;
import locality.platform.money.Pence;
import locality.platform.refusal.Refusal;
import org.jspecify.annotations.Nullable;

/// Why a cited decision does not allow what is asked.
public abstract sealed class AuthorityRefusal extends Refusal {

    private AuthorityRefusal(Kind kind, String code, String detail, String decision) {
        super(kind, code, detail);
        operand("decision", decision);
    }

    /// That no such decision is known here.
    public static AuthorityRefusal notKnown(String idOrReference) {
        return new NotKnown(idOrReference);
    }

    static final class NotKnown extends AuthorityRefusal {
        NotKnown(String decision) {
            super(
                    Kind.CONFLICT,
                    "DECISION_NOT_KNOWN",
                    "No decision %s is known here; one just taken arrives within seconds"
                            .formatted(decision),
                    decision);
        }
    }

    static final class NotInEffect extends AuthorityRefusal {
        NotInEffect(String decision, String state, List<String> validityCodes) {
            super(
                    Kind.RULE_BROKEN,
                    "DECISION_NOT_IN_EFFECT",
                    "Decision %s is %s %s".formatted(decision, state, validityCodes),
                    decision);
            operand("state", state);
            operand("validityCodes", validityCodes);
        }
    }

    static final class NotAnApproval extends AuthorityRefusal {
        NotAnApproval(String decision, String type) {
            super(
                    Kind.RULE_BROKEN,
                    "DECISION_NOT_AN_APPROVAL",
                    "Decision %s is a %s; only APPROVE and RATIFY allow money to move"
                            .formatted(decision, type),
                    decision);
            operand("decisionType", type);
        }
    }

    static final class OtherSubject extends AuthorityRefusal {
        OtherSubject(String decision, @Nullable String subjectType, @Nullable String subjectId) {
            super(
                    Kind.RULE_BROKEN,
                    "DECISION_SUBJECT",
                    "Decision %s is about %s %s, not about this"
                            .formatted(decision, subjectType, subjectId),
                    decision);
            operand("subjectType", subjectType);
            operand("subjectId", subjectId);
        }
    }

    static final class OtherFunction extends AuthorityRefusal {
        OtherFunction(String decision, @Nullable String decided, String needed) {
            super(
                    Kind.RULE_BROKEN,
                    "DECISION_FUNCTION",
                    "Decision %s was taken in the function %s, this needs %s"
                            .formatted(decision, decided, needed),
                    decision);
            operand("function", decided);
            operand("neededFunction", needed);
        }
    }

    static final class AmountNotCovered extends AuthorityRefusal {
        AmountNotCovered(String decision, @Nullable Pence value, Pence needed) {
            super(
                    Kind.RULE_BROKEN,
                    "DECISION_AMOUNT",
                    "Decision %s covers %s, this needs %s"
                            .formatted(decision, value == null ? "no amount" : value, needed),
                    decision);
            operand("coveredPence", value);
            operand("neededPence", needed);
        }
    }

    static final class OwnerNotCovered extends AuthorityRefusal {
        OwnerNotCovered(
                String decision, List<MoneyOwner> decided, String owner, @Nullable Pence needed) {
            super(
                    Kind.RULE_BROKEN,
                    "DECISION_OWNER",
                    "Decision %s is about the money of %s, this needs %s of %s"
                            .formatted(decision, names(decided), needed, owner),
                    decision);
            operand("owners", decided);
            operand("neededOwner", owner);
            operand("neededPence", needed);
        }

        private static String names(List<MoneyOwner> decided) {
            return decided.isEmpty()
                    ? "nobody"
                    : decided.stream()
                            .map(
                                    owner ->
                                            owner.sharePence() == null
                                                    ? owner.organisation()
                                                    : "%s (%s)"
                                                            .formatted(
                                                                    owner.organisation(),
                                                                    owner.sharePence()))
                            .collect(Collectors.joining(", "));
        }
    }

    static final class NotYetInEffect extends AuthorityRefusal {
        NotYetInEffect(String decision, LocalDate from, LocalDate on) {
            super(
                    Kind.RULE_BROKEN,
                    "DECISION_DATE",
                    "Decision %s is in effect from %s, after %s".formatted(decision, from, on),
                    decision);
            operand("effectiveOn", from);
            operand("neededOn", on);
        }
    }
}
