package locality.budget.authority;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import locality.budget.authority.AwaitedDecision.Verdict;
import locality.platform.event.BoardEvent.DecisionTaken;

/// Every decision that arrived for something that waits, applied or not, and why not.
@ApplicationScoped
public class DecisionAttempts implements PanacheRepositoryBase<DecisionAttempt, UUID> {

    private final KnownDecisions decisions;
    private final Clock clock;

    DecisionAttempts(KnownDecisions decisions, Clock clock) {
        this.decisions = decisions;
        this.clock = clock;
    }

    /// @param subject the id of what waits, as of a commitment or a virement
    public void keep(UUID subject, DecisionTaken decision, Verdict verdict) {
        persist(DecisionAttempt.of(subject, decision, verdict, clock.instant()));
    }

    /// What those decisions allow of it that arrived for some owners' money and still bind.
    public DecidedInPart decidedOf(UUID subject) {
        var standing =
                list("subjectId = ?1 and applied", subject).stream()
                        .filter(attempt -> decisions.stands(attempt.decisionId))
                        .toList();
        return new DecidedInPart(
                standing.stream()
                        .flatMap(attempt -> attempt.decidesFor.stream())
                        .collect(Collectors.toSet()),
                standing.stream()
                        .map(attempt -> attempt.effectiveOn)
                        .filter(Objects::nonNull)
                        .max(Comparator.naturalOrder())
                        .orElse(null));
    }

    /// The decisions that together allowed what this one was the last to allow: of each owner the
    /// latest on its money, in the order of their ids. Only itself where it was cited, or alone.
    public SortedSet<UUID> allowedTogether(UUID decision) {
        var ofOwner = new HashMap<String, UUID>();
        list(
                        """
                        subjectId in (
                          select a.subjectId from DecisionAttempt a
                          where a.decisionId = ?1 and a.applied)
                        order by receivedAt, id
                        """,
                        decision)
                .forEach(
                        attempt ->
                                attempt.decidesFor.forEach(
                                        owner -> ofOwner.put(owner, attempt.decisionId)));
        var together = new TreeSet<>(KnownDecisions.LOCKING_ORDER);
        together.addAll(ofOwner.values());
        together.add(decision);
        return together;
    }

    /// The decisions that arrived for each of these, in the order they came.
    public Map<UUID, List<DecisionAttempt>> on(Collection<UUID> subjects) {
        return list("subjectId in ?1 order by receivedAt, id", subjects).stream()
                .collect(Collectors.groupingBy(attempt -> attempt.subjectId));
    }
}
