package locality.governance.approval;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import locality.platform.event.BudgetEvent;

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
    public void hear(BudgetEvent event) {
        switch (event) {
            case BudgetEvent.ApprovalRequested asked -> arrive(ApprovalRequest.of(asked));
            case BudgetEvent.CommitmentOpened opened -> {
                requests.hear(HeardCommitment.of(opened));
                noLongerWaiting(opened.commitmentId());
            }
            case BudgetEvent.CommitmentRefused refused -> noLongerWaiting(refused.commitmentId());
            case BudgetEvent.CommitmentDischarged _ -> {}
            case BudgetEvent.CommitmentReleased _ -> {}
            case BudgetEvent.FundOpened _ -> {}
            case BudgetEvent.FundPlanned _ -> {}
            case BudgetEvent.FundPlanApproved _ -> {}
            case BudgetEvent.ContributionScheduled _ -> {}
            case BudgetEvent.DecisionNotApplied _ -> {}
            case BudgetEvent.JournalEntryPosted _ -> {}
        }
        requests.flush();
    }

    private void arrive(ApprovalRequest request) {
        requests.persist(request);
        placer.place(request);
    }

    private void noLongerWaiting(UUID commitment) {
        for (var request : requests.ofSubject(commitment)) {
            request.withdraw();
            placer.withdraw(request);
        }
    }
}
