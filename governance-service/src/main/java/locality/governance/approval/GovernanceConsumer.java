package locality.governance.approval;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import locality.platform.consume.Delivery;
import locality.platform.consume.EventConsumer;
import locality.platform.event.BoardEvent;
import locality.platform.event.BudgetEvent;
import locality.platform.event.GovernanceEvent;
import locality.platform.event.InterventionEvent;
import locality.platform.event.PartnershipEvent;
import locality.platform.event.PublishedEvent;

/// Hears what budget-service asks to be decided, and when it no longer waits.
@ApplicationScoped
class GovernanceConsumer implements EventConsumer {

    private final ApprovalRequests requests;
    private final AgendaPlacer placer;

    GovernanceConsumer(ApprovalRequests requests, AgendaPlacer placer) {
        this.requests = requests;
        this.placer = placer;
    }

    @Override
    public String name() {
        return "governance";
    }

    @Override
    public Set<String> topics() {
        return Set.of("budget.events.v1");
    }

    @Override
    public void apply(List<Delivery> deliveries) {
        deliveries.forEach(delivery -> hear(delivery.event()));
        requests.flush();
    }

    private void hear(PublishedEvent event) {
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
            case GovernanceEvent _ -> {}
            case BoardEvent _ -> {}
            case PartnershipEvent _ -> {}
            case InterventionEvent _ -> {}
        }
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
