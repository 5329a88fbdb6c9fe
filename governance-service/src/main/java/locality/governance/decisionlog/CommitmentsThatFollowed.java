package locality.governance.decisionlog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import locality.platform.money.Pence;
import locality.platform.place.Locality;

/// Money that budget-service said was committed under a decision.
@ApplicationScoped
class CommitmentsThatFollowed implements Follower {

    private final EntityManager entities;

    CommitmentsThatFollowed(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public Map<UUID, List<Follow>> of(Set<Locality> places, Collection<UUID> decisions) {
        return new Follows(entities, COMMITTED, places, decisions)
                .told(CommitmentsThatFollowed::follow);
    }

    private static Follow follow(Object[] row) {
        return new Follow(
                Kind.COMMITMENT,
                (String) row[1],
                "%s, %s".formatted(row[2], Pence.of((Long) row[3]).inPounds()),
                null,
                (LocalDate) row[4]);
    }

    private static final String COMMITTED =
            """
            select decision_id, reference, purpose, amount_pence,
                   effective_on
            from heard_commitment
            where decision_id = any(:decisions) and locality = any(:places)
            order by effective_on, reference
            """;
}
