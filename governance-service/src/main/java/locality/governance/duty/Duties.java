package locality.governance.duty;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
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

/// The duties on record.
@ApplicationScoped
class Duties implements PanacheRepositoryBase<Duty, UUID> {

    /// Whose duties a list asks for; null restricts nothing.
    record Wanted(@Nullable UUID body, @Nullable UUID post, @Nullable String organisation) {}

    Optional<Duty> lookUp(String idOrReference) {
        return Ids.parse(idOrReference)
                .map(this::findByIdOptional)
                .orElseGet(() -> find("reference", idOrReference).firstResultOptional());
    }

    Duty require(String idOrReference) {
        return lookUp(idOrReference).orElseThrow(() -> new NotFound("duty", idOrReference));
    }

    /// Whoever took it over has it from the day after its last: that day is not moved any more.
    ///
    /// @throws DutyRefusal if another follows it
    void requireNotPassedOn(Duty duty) {
        if (count("follows", duty.id) > 0) {
            throw new DutyRefusal.EndedAlready(duty.reference, duty.endsOn);
        }
    }

    /// `MCR-COMPACT-1-2`, the next after `MCR-COMPACT-1` that is not taken.
    String free(String reference) {
        int number = 2;
        while (lookUp(reference + "-" + number).isPresent()) {
            number++;
        }
        return reference + "-" + number;
    }

    /// Those of whatever day.
    List<Duty> inPlaces(Set<Locality> places) {
        return list("locality in ?1", places);
    }

    /// Those that somebody has on a day, in the order of their references.
    List<Duty> on(LocalDate day, Set<Locality> places, Wanted wanted, String after, int limit) {
        var asked =
                new Conditions(
                                "locality in :places and reference > :after and effectiveOn <= :day"
                                        + " and (endsOn is null or endsOn >= :day)")
                        .with("places", places)
                        .with("after", after)
                        .with("day", day)
                        .and("bodyId = :body", "body", wanted.body)
                        .and("postId = :post", "post", wanted.post)
                        .and("organisation = :organisation", "organisation", wanted.organisation);
        return find(asked.orderedBy("reference"), asked.values()).range(0, limit).list();
    }
}
