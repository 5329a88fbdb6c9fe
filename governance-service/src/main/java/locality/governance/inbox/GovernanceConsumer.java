package locality.governance.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import locality.governance.approval.HearBudget;
import locality.governance.gateway.HearContract;
import locality.platform.consume.Delivery;
import locality.platform.consume.EventConsumer;
import locality.platform.event.BoardEvent;
import locality.platform.event.BudgetEvent;
import locality.platform.event.CommitmentEvent;
import locality.platform.event.GovernanceEvent;
import locality.platform.event.InterventionEvent;
import locality.platform.event.PartnershipEvent;
import locality.platform.event.PerformancePayEvent;
import locality.platform.event.PlanEvent;
import locality.platform.event.PublishedEvent;
import locality.platform.event.VirementEvent;

/// Reads what budget-service asks to be decided, and what intervention-service answers about what
/// passed to a contract.
@ApplicationScoped
class GovernanceConsumer implements EventConsumer {

    private final HearBudget budget;
    private final HearContract contract;

    GovernanceConsumer(HearBudget budget, HearContract contract) {
        this.budget = budget;
        this.contract = contract;
    }

    @Override
    public String name() {
        return "governance";
    }

    @Override
    public Set<String> topics() {
        return Set.of("budget.events.v1", "intervention.events.v1");
    }

    @Override
    public void apply(List<Delivery> deliveries) {
        deliveries.forEach(delivery -> hear(delivery.event()));
    }

    private void hear(PublishedEvent event) {
        switch (event) {
            case CommitmentEvent told -> budget.hear(told);
            case VirementEvent told -> budget.hear(told);
            case BudgetEvent _, PerformancePayEvent _ -> {}
            case InterventionEvent.ContractScopeChanged answered -> contract.hear(answered);
            case InterventionEvent.OfTheme _, InterventionEvent.OfIntervention _ -> {}
            case InterventionEvent.OfIndicator _, InterventionEvent.OfDeflectionPlan _ -> {}
            case GovernanceEvent _, BoardEvent _, PartnershipEvent _, PlanEvent _ -> {}
        }
    }
}
