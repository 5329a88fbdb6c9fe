package locality.governance.consultation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import locality.platform.identifier.Ids;
import locality.platform.place.Locality;
import locality.platform.refusal.NotFound;
import org.jspecify.annotations.Nullable;

/// The consultations on record.
@ApplicationScoped
class Consultations implements PanacheRepositoryBase<Consultation, UUID> {

    /// What a list asks for; null restricts nothing.
    ///
    /// @param about the reference of what is consulted on
    /// @param stage it had come to on the day
    record Wanted(@Nullable String about, @Nullable Stage stage, LocalDate on) {}

    /// @throws NotFound if there is none
    Consultation require(String idOrReference) {
        return lookUp(idOrReference, LockModeType.NONE)
                .orElseThrow(() -> new NotFound("consultation", idOrReference));
    }

    /// @throws NotFound if there is none
    Consultation requireAlone(String idOrReference) {
        return lookUp(idOrReference, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> new NotFound("consultation", idOrReference));
    }

    Optional<Consultation> lookUp(String idOrReference, LockModeType lock) {
        return Ids.parse(idOrReference)
                .map(id -> findByIdOptional(id, lock))
                .orElseGet(
                        () ->
                                find("reference", idOrReference)
                                        .withLock(lock)
                                        .firstResultOptional());
    }

    /// What consultations are called, by their ids; one read for all of them.
    Map<UUID, String> referencesOf(Set<UUID> ids) {
        return ids.isEmpty()
                ? Map.of()
                : find("id in ?1", ids).stream()
                        .collect(Collectors.toMap(one -> one.id, one -> one.reference));
    }

    /// In the order of their references; those that had been planned by the day.
    List<Consultation> inPlaces(Set<Locality> places, Wanted wanted, String after, int limit) {
        var query =
                new StringBuilder(
                        "from Consultation c join c.steps s where c.locality in :places"
                                + " and c.reference > :after and s.begunOn <= :on"
                                + " and not exists (select 1 from Consultation d join d.steps t"
                                + " where d = c and t.begunOn <= :on"
                                + " and index(t) > index(s))");
        var parameters = Parameters.with("places", places).and("after", after).and("on", wanted.on);
        if (wanted.about != null) {
            query.append(" and c.about.reference = :about");
            parameters.and("about", wanted.about);
        }
        if (wanted.stage != null) {
            query.append(" and s.stage = :stage");
            parameters.and("stage", wanted.stage);
        }
        return find("select c " + query + " order by c.reference", parameters)
                .range(0, limit)
                .list();
    }
}
