package locality.governance.decision;

import static java.util.stream.Collectors.groupingBy;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// What became of decisions after they were taken.
@ApplicationScoped
class DecisionSteps implements PanacheRepositoryBase<DecisionStep, UUID> {

    /// In the order in which they happened, by decision.
    Map<UUID, List<DecisionStep>> of(Collection<UUID> decisions) {
        return find("decisionId in ?1 order by id", decisions).stream()
                .collect(groupingBy(step -> step.decisionId));
    }

    /// The decisions that one made good.
    List<UUID> ratifiedBy(UUID decision) {
        return find("byDecision = ?1 and toState = ?2", decision, DecisionState.RATIFIED).stream()
                .map(step -> step.decisionId)
                .toList();
    }
}
