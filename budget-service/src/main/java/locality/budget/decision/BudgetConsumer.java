package locality.budget.decision;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import locality.budget.authority.KnownDecisions;
import locality.budget.authority.KnownDelegations;
import locality.budget.commitment.ApplyDecision;
import locality.budget.line.Lines;
import locality.budget.partnership.VersionsTold;
import locality.budget.virement.ApplyVirementDecision;
import locality.platform.consume.Delivery;
import locality.platform.consume.EventConsumer;
import locality.platform.event.BoardEvent.ActionChanged;
import locality.platform.event.BoardEvent.DecisionChanged;
import locality.platform.event.BoardEvent.DecisionTaken;
import locality.platform.event.BoardEvent.DisputeChanged;
import locality.platform.event.BoardEvent.ForwardPlanChanged;
import locality.platform.event.BoardEvent.MeetingChanged;
import locality.platform.event.BoardEvent.PaperPublished;
import locality.platform.event.BoardEvent.RecommendationChanged;
import locality.platform.event.BudgetEvent;
import locality.platform.event.CommitmentEvent;
import locality.platform.event.GovernanceEvent.BodyChanged;
import locality.platform.event.GovernanceEvent.BodyRelated;
import locality.platform.event.GovernanceEvent.DelegationEnded;
import locality.platform.event.GovernanceEvent.DelegationGranted;
import locality.platform.event.GovernanceEvent.DelegationReceived;
import locality.platform.event.GovernanceEvent.FunctionArranged;
import locality.platform.event.GovernanceEvent.FunctionRecorded;
import locality.platform.event.GovernanceEvent.OrganisationRecorded;
import locality.platform.event.GovernanceEvent.PostChanged;
import locality.platform.event.GovernanceEvent.SeatChanged;
import locality.platform.event.InterventionEvent;
import locality.platform.event.PartnershipEvent;
import locality.platform.event.PartnershipEvent.AgreementChanged;
import locality.platform.event.PerformancePayEvent;
import locality.platform.event.PlanEvent;
import locality.platform.event.PublishedEvent;
import locality.platform.event.VirementEvent;

/// Reads governance: remembers decisions, delegations and versions of agreements, and applies a
/// decision to the commitment or the virement that waits for it.
@ApplicationScoped
class BudgetConsumer implements EventConsumer {

    private final KnownDecisions decisions;
    private final KnownDelegations delegations;
    private final VersionsTold versions;
    private final ApplyDecision applyDecision;
    private final ApplyVirementDecision applyVirementDecision;
    private final Lines lines;

    BudgetConsumer(
            KnownDecisions decisions,
            KnownDelegations delegations,
            VersionsTold versions,
            ApplyDecision applyDecision,
            ApplyVirementDecision applyVirementDecision,
            Lines lines) {
        this.decisions = decisions;
        this.delegations = delegations;
        this.versions = versions;
        this.applyDecision = applyDecision;
        this.applyVirementDecision = applyVirementDecision;
        this.lines = lines;
    }

    @Override
    public String name() {
        return "budget";
    }

    @Override
    public Set<String> topics() {
        return Set.of("governance.events.v1");
    }

    @Override
    public void apply(List<Delivery> deliveries) {
        lock(deliveries.stream().map(Delivery::event).flatMap(BudgetConsumer::taken).toList());
        decisions.lockKnown(idsOf(deliveries, BudgetConsumer::decisionOf));
        delegations.lockKnown(idsOf(deliveries, BudgetConsumer::delegationOf));
        deliveries.forEach(delivery -> apply(delivery.event()));
    }

    /// Everything that these decisions will touch, in the one order of locks.
    private void lock(List<DecisionTaken> decisions) {
        var touched = new HashSet<>(applyVirementDecision.lockFunds(decisions));
        touched.addAll(applyDecision.linesOf(decisions));
        lines.lockAll(touched);
    }

    private void apply(PublishedEvent event) {
        switch (event) {
            case DecisionTaken taken -> {
                decisions.learn(taken);
                applyDecision.handle(taken);
                applyVirementDecision.handle(taken);
            }
            case DelegationGranted granted -> delegations.learn(granted);
            case DelegationEnded ended -> delegations.learn(ended);
            case OrganisationRecorded _, PostChanged _ -> {}
            case BodyChanged _, BodyRelated _, SeatChanged _ -> {}
            case MeetingChanged _, PaperPublished _, ForwardPlanChanged _ -> {}
            case DecisionChanged changed -> decisions.learn(changed);
            case DelegationReceived _ -> {}
            case RecommendationChanged _, ActionChanged _, DisputeChanged _ -> {}
            case FunctionRecorded _, FunctionArranged _ -> {}
            case AgreementChanged changed -> versions.learn(changed);
            case PartnershipEvent _, PlanEvent _, InterventionEvent _ -> {}
            case BudgetEvent _, CommitmentEvent _, VirementEvent _, PerformancePayEvent _ -> {}
        }
    }

    private static Set<UUID> idsOf(
            List<Delivery> deliveries, Function<PublishedEvent, Stream<UUID>> told) {
        return deliveries.stream().map(Delivery::event).flatMap(told).collect(Collectors.toSet());
    }

    private static Stream<UUID> decisionOf(PublishedEvent event) {
        return event instanceof DecisionChanged changed
                ? Stream.of(changed.decisionId())
                : taken(event).map(DecisionTaken::decisionId);
    }

    private static Stream<UUID> delegationOf(PublishedEvent event) {
        if (event instanceof DelegationEnded ended) {
            return Stream.of(ended.delegationId());
        }
        return event instanceof DelegationGranted granted
                ? Stream.of(granted.delegationId())
                : Stream.empty();
    }

    private static Stream<DecisionTaken> taken(PublishedEvent event) {
        return event instanceof DecisionTaken taken ? Stream.of(taken) : Stream.empty();
    }
}
