package locality.budget.fund;

import java.time.LocalDate;
import java.util.UUID;
import locality.platform.event.EventType;
import locality.platform.event.InternalEvent;
import locality.platform.money.Pence;
import locality.platform.place.Locality;

/// A decision approved a plan at a stage at which no money moves for it. It stays here: what is
/// told of an approval is that money may move.
@EventType("budget.plan-stage-approved.v1")
record PlanStageApproved(
        UUID fundId,
        UUID decisionId,
        int planVersion,
        PlanStage stage,
        Pence plannedPence,
        Locality locality,
        LocalDate effectiveOn)
        implements InternalEvent {

    @Override
    public String subjectType() {
        return "plan-version";
    }

    @Override
    public String subjectId() {
        return "%s/%d".formatted(fundId, planVersion);
    }
}
