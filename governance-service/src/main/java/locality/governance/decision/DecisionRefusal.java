package locality.governance.decision;

import locality.platform.refusal.Refusal;

/// Everything said no to about decisions.
abstract sealed class DecisionRefusal extends Refusal
        permits MatterRefusal, ReplacementRefusal, StepRefusal {

    DecisionRefusal(Kind kind, String code, String detail) {
        super(kind, code, detail);
    }

    /// @param decision the reference of the one it is about
    DecisionRefusal(Kind kind, String code, String decision, String detail) {
        this(kind, code, detail);
        operand("decision", decision);
    }
}
