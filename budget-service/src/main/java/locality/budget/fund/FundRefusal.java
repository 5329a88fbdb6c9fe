package locality.budget.fund;

import locality.budget.authority.KnownDecision;
import locality.platform.refusal.Refusal;

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
}
