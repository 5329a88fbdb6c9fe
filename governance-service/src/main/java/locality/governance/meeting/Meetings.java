package locality.governance.meeting;

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

/// The meetings on record.
@ApplicationScoped
public class Meetings implements PanacheRepositoryBase<Meeting, UUID> {

    /// @throws NotFound if there is none
    public Meeting require(String idOrReference) {
        return lookUp(idOrReference).orElseThrow(() -> new NotFound("meeting", idOrReference));
    }

    /// A meeting whose record nobody changes before the transaction ends; others may hold it so
    /// too.
    ///
    /// @throws NotFound if there is none
    public Meeting requireStill(String idOrReference) {
        return require(idOrReference, LockModeType.PESSIMISTIC_READ);
    }

    /// A meeting to change, for which all who hold it still have finished.
    ///
    /// @throws NotFound if there is none
    public Meeting requireAlone(String idOrReference) {
        return require(idOrReference, LockModeType.PESSIMISTIC_WRITE);
    }

    private Meeting require(String idOrReference, LockModeType lock) {
        return Ids.parse(idOrReference)
                .map(id -> findByIdOptional(id, lock))
                .orElseGet(
                        () -> find("reference", idOrReference).withLock(lock).firstResultOptional())
                .orElseThrow(() -> new NotFound("meeting", idOrReference));
    }

    Optional<Meeting> lookUp(String idOrReference) {
        return Ids.parse(idOrReference)
                .map(this::findByIdOptional)
                .orElseGet(() -> find("reference", idOrReference).firstResultOptional());
    }

    List<Meeting> inPlaces(Set<Locality> places, @Nullable UUID body, String after, int limit) {
        return body == null
                ? find("locality in ?1 and reference > ?2 order by reference", places, after)
                        .range(0, limit)
                        .list()
                : find(
                                "locality in ?1 and reference > ?2 and bodyId = ?3"
                                        + " order by reference",
                                places,
                                after,
                                body)
                        .range(0, limit)
                        .list();
    }
}
