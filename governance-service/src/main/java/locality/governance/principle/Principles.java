package locality.governance.principle;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import locality.governance.recorder.Turns;
import locality.platform.identifier.Ids;
import locality.platform.persistence.Conditions;
import locality.platform.place.Locality;
import locality.platform.refusal.NotFound;
import org.jspecify.annotations.Nullable;

/// The principles ever agreed.
@ApplicationScoped
class Principles implements PanacheRepositoryBase<Principle, UUID> {

    Principle require(String idOrReference) {
        return lookUp(idOrReference, LockModeType.NONE)
                .orElseThrow(() -> new NotFound("principle", idOrReference));
    }

    Optional<Principle> lookUp(String idOrReference, LockModeType lock) {
        return Ids.parse(idOrReference)
                .map(id -> findByIdOptional(id, lock))
                .orElseGet(
                        () ->
                                find("reference", idOrReference)
                                        .withLock(lock)
                                        .firstResultOptional());
    }

    Optional<Principle> numbered(Locality locality, String register, int number) {
        return find("locality = ?1 and register = ?2 and number = ?3", locality, register, number)
                .firstResultOptional();
    }

    /// The next number of a register, which nobody else takes before the transaction ends.
    int nextNumber(Locality locality, String register) {
        Turns.take(getEntityManager(), "principle|%s|%s".formatted(locality, register));
        return getEntityManager()
                .createQuery(
                        "select coalesce(max(p.number), 0) + 1 from Principle p"
                                + " where p.locality = ?1 and p.register = ?2",
                        Integer.class)
                .setParameter(1, locality)
                .setParameter(2, register)
                .getSingleResult();
    }

    /// @param on only those that hold on the day; null for all that were ever agreed
    /// @param after the reference of the last one seen
    List<Principle> inPlaces(
            Set<Locality> places,
            @Nullable String register,
            @Nullable LocalDate on,
            String after,
            int limit) {
        var asked =
                new Conditions("locality in :places")
                        .with("places", places)
                        .and("register = :register", "register", register)
                        .and("fromDay <= :day and (endsOn is null or endsOn >= :day)", "day", on);
        if (!after.isEmpty()) {
            var last = require(after);
            asked.and(AFTER)
                    .with("lastRegister", last.register)
                    .with("lastNumber", last.number)
                    .with("lastReference", last.reference);
        }
        return find(asked.orderedBy("register, number, reference"), asked.values())
                .range(0, limit)
                .list();
    }

    private static final String AFTER =
            "(register > :lastRegister or register = :lastRegister and (number > :lastNumber"
                    + " or number = :lastNumber and reference > :lastReference))";
}
