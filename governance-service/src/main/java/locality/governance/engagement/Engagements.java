package locality.governance.engagement;

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

/// All that was ever logged of engagement.
@ApplicationScoped
class Engagements implements PanacheRepositoryBase<Engagement, UUID> {

    /// What a list asks for; null restricts nothing.
    ///
    /// @param from the first day of the period
    /// @param until the last day of the period
    record Wanted(
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            @Nullable EngagementKind kind,
            @Nullable Audience audience) {}

    Engagement require(String idOrReference) {
        return lookUp(idOrReference, LockModeType.NONE)
                .orElseThrow(() -> new NotFound("engagement", idOrReference));
    }

    Optional<Engagement> lookUp(String idOrReference, LockModeType lock) {
        return Ids.parse(idOrReference)
                .map(id -> findByIdOptional(id, lock))
                .orElseGet(
                        () ->
                                find("reference", idOrReference)
                                        .withLock(lock)
                                        .firstResultOptional());
    }

    List<Engagement> inPlaces(Set<Locality> places, Wanted wanted, String after, int limit) {
        var asked =
                new Conditions("locality in :places and reference > :after")
                        .with("places", places)
                        .with("after", after)
                        .and("heldOn >= :from", "from", wanted.from)
                        .and("heldOn <= :until", "until", wanted.until)
                        .and("kind = :kind", "kind", wanted.kind)
                        .and("audience = :audience", "audience", wanted.audience);
        return find(asked.orderedBy("reference"), asked.values()).range(0, limit).list();
    }
}
