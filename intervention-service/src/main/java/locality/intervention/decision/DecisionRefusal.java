package locality.intervention.decision;

import java.util.UUID;
import locality.platform.refusal.Refusal;

/// Why a decision does not carry what cites it.
public abstract sealed class DecisionRefusal extends Refusal {

    private DecisionRefusal(String code, String detail, UUID decision) {
        super(Kind.RULE_BROKEN, code, detail);
        operand("decisionId", decision);
    }

    /// It may still be on its way from governance-service.
    static final class Unknown extends DecisionRefusal {
        Unknown(UUID decision) {
            super(
                    "DECISION_UNKNOWN",
                    "No decision %s of this locality has arrived from governance"
                            .formatted(decision),
                    decision);
        }
    }

    static final class NotInEffect extends DecisionRefusal {
        NotInEffect(UUID decision, String state) {
            super(
                    "DECISION_NOT_IN_EFFECT",
                    "Decision %s is %s, not IN_EFFECT".formatted(decision, state),
                    decision);
            operand("state", state);
        }
    }

    static final class AboutSomethingElse extends DecisionRefusal {
        AboutSomethingElse(UUID decision, String subjectType, String reference) {
            super(
                    "DECISION_ABOUT_SOMETHING_ELSE",
                    "Decision %s is not about the %s %s"
                            .formatted(decision, subjectType, reference),
                    decision);
            operand("subjectType", subjectType);
            operand("subject", reference);
        }
    }
}
