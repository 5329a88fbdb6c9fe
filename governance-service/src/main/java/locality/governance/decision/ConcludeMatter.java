package locality.governance.decision;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import locality.governance.approval.ApprovalRequest;
import locality.governance.approval.ApprovalRequests;
import locality.governance.forwardplan.ForwardPlan;
import org.jspecify.annotations.Nullable;

/// What follows when a decision comes to bind, or says a valid no: whoever asked for it has their
/// answer, and what was expected is no longer to come.
@ApplicationScoped
class ConcludeMatter {

    private final ApprovalRequests requests;
    private final ForwardPlan forwardPlan;

    ConcludeMatter(ApprovalRequests requests, ForwardPlan forwardPlan) {
        this.requests = requests;
        this.forwardPlan = forwardPlan;
    }

    @Nullable ApprovalRequest requestOf(Decision decision) {
        return decision.matter.approvalRequest() == null
                ? null
                : requests.findById(decision.matter.approvalRequest());
    }

    /// The request, if nobody else answered it meanwhile and whoever asked still waits.
    @Nullable ApprovalRequest openRequestOf(Decision decision) {
        var request = requestOf(decision);
        return request != null && request.isOpen() ? request : null;
    }

    /// @throws locality.platform.refusal.Refusal `APPROVAL_REQUEST_NOT_OPEN`
    void handle(Decision decision, @Nullable ApprovalRequest request, LocalDate on) {
        if (request != null && decision.answersItsRequest()) {
            request.answer(decision.id);
        }
        tellThePlan(decision, on);
    }

    /// What ended without being settled is expected again; what was referred goes on elsewhere.
    void tellThePlan(Decision decision, LocalDate on) {
        if (decision.matter.forwardPlanEntry() == null) {
            return;
        }
        if (decision.isSettled()) {
            forwardPlan.decided(decision.matter.forwardPlanEntry(), decision.id, on);
        } else if (decision.endedUnsettled()) {
            forwardPlan.unsettled(decision.matter.forwardPlanEntry(), decision.id, on);
        }
    }
}
