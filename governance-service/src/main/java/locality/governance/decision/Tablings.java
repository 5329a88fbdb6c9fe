package locality.governance.decision;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import locality.governance.meeting.ItemOutcomes;
import locality.governance.validity.Evidence;
import locality.governance.validity.Verdict;

/// What became of decisions at every meeting they were put before.
@ApplicationScoped
class Tablings implements PanacheRepositoryBase<Tabling, TablingId>, ItemOutcomes {

    @Override
    public boolean isRecorded(UUID meeting, int item) {
        return count("meetingId = ?1 and item = ?2", meeting, item) > 0;
    }

    @Override
    public List<Integer> votedWithoutOutcome(UUID meeting) {
        return getEntityManager()
                .createQuery(
                        """
                        select item from Decision
                        where meetingId = ?1 and state = ?2 and votedAt is not null
                        order by item
                        """,
                        Integer.class)
                .setParameter(1, meeting)
                .setParameter(2, DecisionState.TABLED)
                .getResultList();
    }

    @Override
    public List<Recorded> recordedAt(UUID meeting) {
        return find(
                        "meetingId = ?1 and item is not null and evidence is not null order by"
                                + " item",
                        meeting)
                .stream()
                .map(
                        tabling ->
                                recorded(
                                        requireNonNull(tabling.item),
                                        requireNonNull(tabling.evidence)))
                .toList();
    }

    private static Recorded recorded(int item, Evidence evidence) {
        return new Recorded(item, evidence.heldOn(), Verdict.of(evidence));
    }

    /// In the order in which they were tabled, by decision.
    Map<UUID, List<Tabling>> of(Collection<UUID> decisions) {
        return find("id.decisionId in ?1 order by id.tabling", decisions).stream()
                .collect(groupingBy(tabling -> tabling.id.decisionId()));
    }
}
