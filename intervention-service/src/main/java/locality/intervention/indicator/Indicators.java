package locality.intervention.indicator;

import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;
import locality.platform.caller.Caller;
import locality.platform.identifier.Ids;
import locality.platform.place.Locality;
import locality.platform.refusal.NotFound;
import org.jspecify.annotations.Nullable;

/// Indicators on record.
@ApplicationScoped
class Indicators implements PanacheRepositoryBase<Indicator, UUID> {

    /// @param idOrReference either
    /// @throws NotFound if there is none that the caller may see
    Indicator require(Caller caller, String idOrReference) {
        return visible(caller, idOrReference, by(idOrReference));
    }

    /// As [#require], locked: whoever appends to its events holds it.
    Indicator lock(Caller caller, String idOrReference) {
        return visible(
                caller, idOrReference, by(idOrReference).withLock(LockModeType.PESSIMISTIC_WRITE));
    }

    boolean has(String reference) {
        return count("reference", reference) > 0;
    }

    List<Indicator> page(Caller caller, @Nullable Locality locality, UUID after, int limit) {
        var places =
                caller.localities().stream()
                        .filter(place -> locality == null || place == locality)
                        .toList();
        return find(
                        "locality in :places and id > :after",
                        Sort.by("id"),
                        Parameters.with("places", places).and("after", after))
                .page(0, limit + 1)
                .list();
    }

    private PanacheQuery<Indicator> by(String idOrReference) {
        return Ids.parse(idOrReference)
                .map(id -> find("id", id))
                .orElseGet(() -> find("reference", idOrReference));
    }

    private static Indicator visible(
            Caller caller, String idOrReference, PanacheQuery<Indicator> query) {
        var found =
                query.firstResultOptional()
                        .orElseThrow(() -> new NotFound("indicator", idOrReference));
        caller.requireSight(found.locality, "indicator", idOrReference);
        return found;
    }
}
