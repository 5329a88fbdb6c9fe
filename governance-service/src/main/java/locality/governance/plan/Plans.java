package locality.governance.plan;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import locality.platform.identifier.Ids;
import locality.platform.place.Locality;
import locality.platform.refusal.NotFound;
import org.jspecify.annotations.Nullable;

/// The plans on record.
@ApplicationScoped
class Plans implements PanacheRepositoryBase<Plan, UUID> {

    /// @throws NotFound if there is none
    Plan require(String idOrReference) {
        return lookUp(idOrReference, LockModeType.NONE)
                .orElseThrow(() -> new NotFound("plan", idOrReference));
    }

    /// A plan to change, for which all who change it have finished.
    Plan requireAlone(String idOrReference) {
        return lookUp(idOrReference, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> new NotFound("plan", idOrReference));
    }

    boolean isTaken(String reference) {
        return count("reference", reference) > 0;
    }

    /// @param body null for those of every body and of none
    List<Plan> inPlaces(Set<Locality> places, @Nullable UUID body, String after, int limit) {
        var query =
                body == null
                        ? find(
                                "locality in ?1 and reference > ?2 order by reference",
                                places,
                                after)
                        : find(
                                "locality in ?1 and reference > ?2 and bodyId = ?3"
                                        + " order by reference",
                                places,
                                after,
                                body);
        return query.range(0, limit).list();
    }

    /// Those that name a priority, in the order of their references.
    List<Plan> withPriorities(Set<Locality> places) {
        return list(
                "from Plan p where p.locality in ?1"
                        + " and exists (select 1 from p.areas a where a.kind = ?2)"
                        + " order by p.reference",
                places,
                AreaKind.PRIORITY);
    }

    private Optional<Plan> lookUp(String idOrReference, LockModeType lock) {
        return Ids.parse(idOrReference)
                .map(id -> findByIdOptional(id, lock))
                .orElseGet(
                        () ->
                                find("reference", idOrReference)
                                        .withLock(lock)
                                        .firstResultOptional());
    }
}
