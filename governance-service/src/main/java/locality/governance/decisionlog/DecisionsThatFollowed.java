package locality.governance.decisionlog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import locality.platform.place.Locality;

/// Other decisions that followed: those that rescinded, superseded or ratified it, that took up
/// what it referred, or noted it.
@ApplicationScoped
class DecisionsThatFollowed implements Follower {

    private final EntityManager entities;

    DecisionsThatFollowed(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public Map<UUID, List<Follow>> of(Set<Locality> places, Collection<UUID> decisions) {
        return new Follows(entities, FOLLOWED, places, decisions)
                .told(DecisionsThatFollowed::follow);
    }

    private static Follow follow(Object[] row) {
        return new Follow(
                Kind.DECISION,
                (String) row[1],
                (String) row[2],
                (String) row[3],
                (LocalDate) row[4]);
    }

    private static final String FOLLOWED =
            """
            select * from (
              select s.decision_id, d.reference, d.title, s.to_state as became,
                     s.happened_on, d.locality
              from decision_step s join decision d on d.id = s.by_decision
              where s.decision_id = any(:decisions)
              union all
              select d.referred_from, d.reference, d.title, 'REFERRED',
                     d.effective_on, d.locality
              from decision d where d.referred_from = any(:decisions)
              union all
              select r.id, d.reference, d.title, 'NOTED', d.effective_on, d.locality
              from decision r
              join decision d on d.subject_type = 'decision'
                and d.subject_id in (cast(r.id as text), r.reference)
                and d.type = 'NOTE' and d.outcome = 'CARRIED'
              where r.id = any(:decisions)
            ) followed
            where locality = any(:places)
            order by happened_on nulls last, reference
            """;
}
