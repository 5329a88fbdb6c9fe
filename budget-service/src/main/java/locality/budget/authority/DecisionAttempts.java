package locality.budget.authority;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import locality.budget.authority.AwaitedDecision.Verdict;
import locality.platform.event.BoardEvent.DecisionTaken;

/// Every decision that arrived for something that waits, applied or not, and why not.
@ApplicationScoped
public class DecisionAttempts implements PanacheRepositoryBase<DecisionAttempt, UUID> {

    private final Clock clock;

    DecisionAttempts(Clock clock) {
        this.clock = clock;
    }

    /// @param subject the id of what waits, as of a commitment or a virement
    public void keep(UUID subject, DecisionTaken decision, Verdict verdict) {
        persist(DecisionAttempt.of(subject, decision, verdict, clock.instant()));
    }

    /// The decisions that arrived for each of these, in the order they came.
    public Map<UUID, List<DecisionAttempt>> on(Collection<UUID> subjects) {
        return list("subjectId in ?1 order by receivedAt, id", subjects).stream()
                .collect(Collectors.groupingBy(attempt -> attempt.subjectId));
    }
}
