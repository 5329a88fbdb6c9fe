package locality.governance.decisionlog;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

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
    @SuppressWarnings("unchecked")
    public Map<UUID, List<Follow>> of(Set<Locality> places, Collection<UUID> decisions) {
        List<Object[]> rows =
                entities.createNativeQuery(
                                """
                                select decision_id, reference, purpose, amount_pence,
                                       effective_on
                                from heard_commitment
                                where decision_id = any(:decisions) and locality = any(:places)
                                order by effective_on, reference
                                """,
                                Object[].class)
                        .setParameter("decisions", decisions.toArray(UUID[]::new))
                        .setParameter(
                                "places",
                                places.stream().map(Locality::code).toArray(String[]::new))
                        .getResultList();
        return rows.stream()
                .collect(groupingBy(row -> (UUID) row[0], mapping(this::follow, toList())));
    }

    private Follow follow(Object[] row) {
        return new Follow(
                Kind.COMMITMENT,
                (String) row[1],
                "%s, %s".formatted(row[2], Pence.of((Long) row[3]).inPounds()),
                null,
                (LocalDate) row[4]);
    }
}
