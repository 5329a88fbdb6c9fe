package locality.governance.action;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import locality.governance.decisionlog.Follower;
import locality.governance.decisionlog.Follows;
import locality.platform.place.Locality;

/// Actions that were given on decisions, in the order in which they were.
@ApplicationScoped
class ActionsThatFollowed implements Follower {

    private final EntityManager entities;

    ActionsThatFollowed(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public Map<UUID, List<Follow>> of(Set<Locality> places, Collection<UUID> decisions) {
        return new Follows(entities, GIVEN, places, decisions).told(ActionsThatFollowed::follow);
    }

    private static Follow follow(Object[] row) {
        return new Follow(
                Kind.ACTION, (String) row[1], (String) row[2], (String) row[3], (LocalDate) row[4]);
    }

    /// Done or due: what is undated is told without a day.
    private static final String GIVEN =
            """
            select a.decision_id, a.reference, a.title, s.state,
                   case when s.state in ('COMPLETE', 'SUPERSEDED') then s.effective_on
                        else coalesce(s.due_on, s.review_on) end as happens_on
            from action a
            join lateral (select * from action_step
                          where action_id = a.id order by step desc limit 1) s on true
            where a.decision_id = any(:decisions) and a.locality = any(:places)
            order by a.id
            """;
}
