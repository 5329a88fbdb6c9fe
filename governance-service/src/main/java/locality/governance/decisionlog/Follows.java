package locality.governance.decisionlog;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import locality.governance.decisionlog.Follower.Follow;
import locality.platform.place.Locality;

/// What one query finds of decisions, told decision by decision in the order of its rows.
public final class Follows {

    private final Query query;

    /// @param sql a query whose rows begin with the decision's id, asked of `:decisions` and
    ///   `:places`
    public Follows(
            EntityManager entities, String sql, Set<Locality> places, Collection<UUID> decisions) {
        query =
                entities.createNativeQuery(sql, Object[].class)
                        .setParameter("decisions", decisions.toArray(UUID[]::new));
        among("places", places);
    }

    /// Asks the query of further places.
    public Follows among(String parameter, Collection<Locality> places) {
        query.setParameter(parameter, places.stream().map(Locality::code).toArray(String[]::new));
        return this;
    }

    /// @param follow what a row tells
    @SuppressWarnings("unchecked")
    public Map<UUID, List<Follow>> told(Function<Object[], Follow> follow) {
        List<Object[]> rows = query.getResultList();
        return rows.stream().collect(groupingBy(row -> (UUID) row[0], mapping(follow, toList())));
    }
}
