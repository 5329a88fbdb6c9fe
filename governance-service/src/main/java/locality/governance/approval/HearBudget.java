package locality.governance.approval;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import locality.platform.event.CommitmentEvent;
import locality.platform.event.VirementEvent;

/// Hears what budget-service asks to be decided, and when it no longer waits.
@ApplicationScoped
public class HearBudget {

    private final ApprovalRequests requests;
    private final AgendaPlacer placer;

    HearBudget(ApprovalRequests requests, AgendaPlacer placer) {
        this.requests = requests;
        this.placer = placer;
    }

    /// In the transaction of whoever reads the topic.
    public void hear(CommitmentEvent event) {
        switch (event) {
            case CommitmentEvent.ApprovalRequested asked -> arrive(ApprovalRequest.of(asked));
            case CommitmentEvent.CommitmentOpened opened -> {
                requests.hear(HeardCommitment.of(opened));
                noLongerWaiting(opened.commitmentId());
            }
            case CommitmentEvent.CommitmentRefused refused ->
                    noLongerWaiting(refused.commitmentId());
            case CommitmentEvent.CommitmentDischarged _ -> {}
            case CommitmentEvent.CommitmentReleased _ -> {}
            case CommitmentEvent.DecisionNotApplied _ -> {}
            case CommitmentEvent.CommitmentVariationRequested asked ->
                    arrive(ApprovalRequest.of(asked));
            case CommitmentEvent.CommitmentVariationRefused refused ->
                    noLongerWaiting(refused.requestId());
            case CommitmentEvent.CommitmentVaried _ -> {}
            case CommitmentEvent.CommitmentExpired _ -> {}
            case CommitmentEvent.CommitmentCarried _ -> {}
        }
        requests.flush();
    }

    /// As [#hear(CommitmentEvent)], of virements.
    public void hear(VirementEvent event) {
        switch (event) {
            case VirementEvent.VirementRequested asked -> arrive(ApprovalRequest.of(asked));
            case VirementEvent.VirementMade made -> noLongerWaiting(made.virementId());
            case VirementEvent.VirementRefused refused -> noLongerWaiting(refused.virementId());
            case VirementEvent.ProtectedAmountSet _ -> {}
        }
        requests.flush();
    }

    private void arrive(ApprovalRequest request) {
        requests.persist(request);
        placer.place(request);
    }

    private void noLongerWaiting(UUID subject) {
        for (var request : requests.ofSubject(subject)) {
            request.withdraw();
            placer.withdraw(request);
        }
    }
}
