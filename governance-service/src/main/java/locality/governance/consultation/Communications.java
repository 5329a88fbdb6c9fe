package locality.governance.consultation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
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

/// The entries of communications plans.
@ApplicationScoped
class Communications implements PanacheRepositoryBase<Communication, UUID> {

    /// @throws NotFound if there is none
    Communication require(String idOrReference) {
        return lookUp(idOrReference, LockModeType.NONE)
                .orElseThrow(() -> new NotFound("communication", idOrReference));
    }

    /// @throws NotFound if there is none
    Communication requireAlone(String idOrReference) {
        return lookUp(idOrReference, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> new NotFound("communication", idOrReference));
    }

    Optional<Communication> lookUp(String idOrReference, LockModeType lock) {
        return Ids.parse(idOrReference)
                .map(id -> findByIdOptional(id, lock))
                .orElseGet(
                        () ->
                                find("reference", idOrReference)
                                        .withLock(lock)
                                        .firstResultOptional());
    }

    /// In the order of their references.
    ///
    /// @param consultation null for all
    List<Communication> inPlaces(
            Set<Locality> places, @Nullable UUID consultation, String after, int limit) {
        var query = "locality in :places and reference > :after";
        var parameters = Parameters.with("places", places).and("after", after);
        if (consultation != null) {
            query += " and consultationId = :consultation";
            parameters.and("consultation", consultation);
        }
        return find(query + " order by reference", parameters).range(0, limit).list();
    }
}
