package locality.governance.decision;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.HashSet;
import locality.governance.approval.ApprovalRequest;
import locality.governance.approval.ApprovalRequests;
import locality.governance.forwardplan.ForwardPlan;
import org.jspecify.annotations.Nullable;

/// What follows when a decision comes to bind, or says a valid no: whoever asked for it has their
/// answer, and what was expected is no longer to come.
@ApplicationScoped
class ConcludeMatter {

    private final ApprovalRequests requests;
    private final Decisions decisions;
    private final ForwardPlan forwardPlan;

    ConcludeMatter(ApprovalRequests requests, Decisions decisions, ForwardPlan forwardPlan) {
        this.requests = requests;
        this.decisions = decisions;
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
            answer(decision, request);
        }
        tellThePlan(decision, on);
    }

    /// Two owners' bodies that answer at once see each other: the request is held.
    private void answer(Decision decision, ApprovalRequest request) {
        requests.getEntityManager().lock(request, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
        var organisations = new HashSet<>(decision.matter.organisations());
        decisions
                .approving(request.id())
                .forEach(other -> organisations.addAll(other.matter.organisations()));
        request.answer(decision.id, decision.state.binds(), organisations);
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
