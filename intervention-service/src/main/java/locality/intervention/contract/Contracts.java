package locality.intervention.contract;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import locality.platform.caller.Caller;
import locality.platform.identifier.Ids;
import locality.platform.place.Locality;
import locality.platform.refusal.NotFound;
import org.jspecify.annotations.Nullable;

/// The contracts on record.
@ApplicationScoped
class Contracts implements PanacheRepositoryBase<Contract, UUID> {

    /// @param idOrReference either
    /// @throws NotFound if there is none that the caller may see
    Contract require(Caller caller, String idOrReference) {
        var found =
                Ids.parse(idOrReference)
                        .map(id -> find("id", id))
                        .orElseGet(() -> find("reference", idOrReference))
                        .firstResultOptional()
                        .orElseThrow(() -> new NotFound("contract", idOrReference));
        caller.requireSight(found.locality, "contract", idOrReference);
        return found;
    }

    boolean has(String reference) {
        return count("reference", reference) > 0;
    }

    boolean has(Locality place, String reference) {
        return count("locality = ?1 and reference = ?2", place, reference) > 0;
    }

    List<Contract> page(Caller caller, @Nullable Locality locality, UUID after, int limit) {
        return find(
                        "locality in :places and id > :after",
                        Sort.by("id"),
                        Parameters.with("places", caller.localitiesWithin(locality))
                                .and("after", after))
                .page(0, limit + 1)
                .list();
    }

    /// All of them, by reference.
    List<Contract> all(Caller caller, @Nullable Locality locality) {
        return list("locality in ?1 order by reference", caller.localitiesWithin(locality));
    }
}
