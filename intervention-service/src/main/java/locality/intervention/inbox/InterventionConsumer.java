package locality.intervention.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import locality.intervention.contract.GiveBackScope;
import locality.intervention.contract.TakeOverScope;
import locality.intervention.decision.KnownDecisions;
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
import locality.platform.event.VirementEvent;

/// Reads what budget-service and governance-service tell.
@ApplicationScoped
class InterventionConsumer implements EventConsumer {

    private final FundIntervention fundIntervention;
    private final TakeOverScope takeOverScope;
    private final GiveBackScope giveBackScope;
    private final KnownDecisions decisions;

    InterventionConsumer(
            FundIntervention fundIntervention,
            TakeOverScope takeOverScope,
            GiveBackScope giveBackScope,
            KnownDecisions decisions) {
        this.fundIntervention = fundIntervention;
        this.takeOverScope = takeOverScope;
        this.giveBackScope = giveBackScope;
        this.decisions = decisions;
    }

    @Override
    public String name() {
        return "intervention";
    }

    @Override
    public Set<String> topics() {
        return Set.of("budget.events.v1", "governance.events.v1");
    }

    @Override
    public void apply(List<Delivery> deliveries) {
        for (var delivery : deliveries) {
            switch (delivery.event()) {
                case CommitmentEvent told -> apply(told);
                case BudgetEvent _, VirementEvent _, PerformancePayEvent _ -> {}
                case BoardEvent told -> apply(told);
                case PartnershipEvent.ScopeTransferred told -> takeOverScope.handle(told);
                case PartnershipEvent.ScopeWithdrawn told -> giveBackScope.handle(told);
                case GovernanceEvent _, PartnershipEvent _, PlanEvent _, InterventionEvent _ -> {}
            }
        }
    }

    private void apply(CommitmentEvent event) {
        switch (event) {
            case CommitmentEvent.CommitmentOpened opened -> {
                var named = opened.interventionId();
                if (named != null) {
                    fundIntervention.handle(opened, named);
                }
            }
            case CommitmentEvent.CommitmentReleased it ->
                    fundIntervention.giveBack(it.commitmentId(), it.releasedPence());
            case CommitmentEvent.CommitmentDischarged it ->
                    fundIntervention.giveBack(it.commitmentId(), it.releasedPence());
            case CommitmentEvent.CommitmentExpired it ->
                    fundIntervention.giveBack(it.commitmentId(), it.releasedPence());
            case CommitmentEvent.CommitmentCarried it ->
                    fundIntervention.giveBack(it.commitmentId(), it.carriedPence());
            case CommitmentEvent.CommitmentVaried it ->
                    fundIntervention.giveBack(
                            it.commitmentId(), it.fromPence().minus(it.amountPence()));
            case CommitmentEvent.ApprovalRequested _ -> {}
            case CommitmentEvent.CommitmentRefused _ -> {}
            case CommitmentEvent.DecisionNotApplied _ -> {}
            case CommitmentEvent.CommitmentVariationRequested _ -> {}
            case CommitmentEvent.CommitmentVariationRefused _ -> {}
        }
    }

    private void apply(BoardEvent event) {
        switch (event) {
            case BoardEvent.DecisionTaken taken -> decisions.keep(taken);
            case BoardEvent.DecisionChanged changed -> decisions.keep(changed);
            case BoardEvent.OfMeeting _, BoardEvent.OfPaper _, BoardEvent.OfForwardPlanEntry _ -> {}
            case BoardEvent.OfRecommendation _, BoardEvent.OfAction _ -> {}
            case BoardEvent.OfDispute _ -> {}
        }
    }
}
