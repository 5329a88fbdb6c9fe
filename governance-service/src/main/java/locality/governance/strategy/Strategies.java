package locality.governance.strategy;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import locality.platform.identifier.Ids;
import locality.platform.persistence.Conditions;
import locality.platform.place.Locality;
import locality.platform.refusal.NotFound;
import org.jspecify.annotations.Nullable;

/// The strategies ever drafted.
@ApplicationScoped
class Strategies implements PanacheRepositoryBase<Strategy, UUID> {

    /// What a list asks for; null restricts nothing.
    record Wanted(LocalDate on, @Nullable StrategyKind kind, @Nullable StrategyState state) {}

    Strategy require(String idOrReference) {
        return lookUp(idOrReference, LockModeType.NONE)
                .orElseThrow(() -> new NotFound("strategy", idOrReference));
    }

    /// One to change, for which all who change it have finished.
    Strategy requireAlone(String idOrReference) {
        return lookUp(idOrReference, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> new NotFound("strategy", idOrReference));
    }

    Optional<Strategy> lookUp(String idOrReference, LockModeType lock) {
        return Ids.parse(idOrReference)
                .map(id -> findByIdOptional(id, lock))
                .orElseGet(
                        () ->
                                find("reference", idOrReference)
                                        .withLock(lock)
                                        .firstResultOptional());
    }

    List<Strategy> inPlaces(Set<Locality> places, Wanted wanted, String after, int limit) {
        var asked =
                new Conditions(AS_OF)
                        .with("places", places.stream().map(Locality::code).toList())
                        .with("day", wanted.on)
                        .with("after", after)
                        .and("t.kind = :kind", "kind", nameOf(wanted.kind))
                        .and("s.state = :state", "state", nameOf(wanted.state));
        var query =
                getEntityManager()
                        .createNativeQuery(asked.orderedBy("t.reference"), Strategy.class);
        asked.values().forEach(query::setParameter);
        @SuppressWarnings("unchecked")
        List<Strategy> found = query.setMaxResults(limit + 1).getResultList();
        return found;
    }

    /// Those whose day of review has come.
    List<Strategy> toReview(Set<Locality> places, LocalDate day) {
        @SuppressWarnings("unchecked")
        List<Strategy> found =
                getEntityManager()
                        .createNativeQuery(TO_REVIEW, Strategy.class)
                        .setParameter("places", places.stream().map(Locality::code).toList())
                        .setParameter("day", day)
                        .getResultList();
        return found;
    }

    private static @Nullable String nameOf(@Nullable Enum<?> constant) {
        return constant == null ? null : constant.name();
    }

    private static final String AS_OF =
            """
            select t.* from strategy t
            join lateral (select state from strategy_step
                          where strategy_id = t.id and effective_on <= :day
                          order by step desc limit 1) s on true
            where t.locality in (:places) and t.reference > :after
            """;
    private static final String TO_REVIEW =
            """
            select t.* from strategy t
            join lateral (select state, review_on from strategy_step
                          where strategy_id = t.id and effective_on <= :day
                          order by step desc limit 1) s on true
            where t.locality in (:places)
              and s.state in ('DRAFT', 'APPROVED') and s.review_on <= :day
            order by t.reference
            """;
}
