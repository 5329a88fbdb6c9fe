package locality.budget.fund;

import locality.budget.authority.KnownDecision;
import locality.platform.refusal.Refusal;
import org.jspecify.annotations.Nullable;

/// What a fund may say no to.
abstract sealed class FundRefusal extends Refusal {

    private FundRefusal(Kind kind, String code, String detail) {
        super(kind, code, detail);
    }

    static final class ReferenceTaken extends FundRefusal {
        ReferenceTaken(String reference) {
            super(Kind.CONFLICT, "REFERENCE_TAKEN", "%s is taken".formatted(reference));
            operand("reference", reference);
        }
    }

    static final class NoHost extends FundRefusal {
        NoHost(String reference) {
            super(
                    Kind.RULE_BROKEN,
                    "NO_HOST",
                    "Somebody must hold the money of %s: name a host, or an agreement that has one"
                            .formatted(reference));
        }
    }

    static final class ApprovedAnotherVersion extends FundRefusal {
        ApprovedAnotherVersion(KnownDecision decision, int approved, int planVersion) {
            super(
                    Kind.RULE_BROKEN,
                    "DECISION_ON_ANOTHER_VERSION",
                    "Decision %s approved version %d of the plan; version %d needs one of its own"
                            .formatted(decision.reference(), approved, planVersion));
            operand("decision", decision.reference());
            operand("approvedPlanVersion", approved);
            operand("planVersion", planVersion);
        }
    }

    static final class NotPlanned extends FundRefusal {
        NotPlanned(String reference) {
            super(
                    Kind.CONFLICT,
                    "NOT_PLANNED",
                    "%s has no plan that could be approved".formatted(reference));
        }
    }

    /// A plan goes forward: outline, revised, draft, final.
    static final class StageGoneBack extends FundRefusal {
        StageGoneBack(String reference, @Nullable PlanStage stage, PlanStage asked) {
            super(
                    Kind.CONFLICT,
                    "PLAN_STAGE",
                    "The plan of %s is %s; it goes forward to a later stage, not to %s"
                            .formatted(reference, stage, asked));
            operand("fund", reference);
            operand("stage", stage);
            operand("askedStage", asked);
        }
    }

    /// Only a final plan lets money move, or one at the very stage that a decision names.
    static final class StageNotFinal extends FundRefusal {
        StageNotFinal(String reference, @Nullable PlanStage stage) {
            super(
                    Kind.RULE_BROKEN,
                    "PLAN_NOT_FINAL",
                    "The plan of %s is %s: money moves under the final one, or under a decision on %s/%s"
                            .formatted(reference, stage, reference, stage));
            operand("fund", reference);
            operand("stage", stage);
        }
    }
}
