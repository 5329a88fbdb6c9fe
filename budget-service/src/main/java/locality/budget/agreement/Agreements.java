package locality.budget.agreement;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import locality.platform.caller.Caller;
import locality.platform.identifier.Ids;
import locality.platform.place.Locality;
import locality.platform.refusal.NotFound;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
public class Agreements implements PanacheRepositoryBase<Agreement, UUID> {

    /// @param idOrReference either
    /// @throws NotFound if there is none that the caller may see
    public Agreement require(Caller caller, String idOrReference) {
        var agreement =
                Ids.parse(idOrReference)
                        .flatMap(this::findByIdOptional)
                        .or(() -> withReference(idOrReference))
                        .orElseThrow(() -> new NotFound("agreement", idOrReference));
        caller.requireSight(agreement.locality, "agreement", idOrReference);
        return agreement;
    }

    /// As [#require], of one locality: what belongs to one does not stand on another's agreement.
    public Agreement require(Caller caller, String idOrReference, Locality place) {
        var agreement = require(caller, idOrReference);
        if (agreement.locality != place) {
            throw new NotFound("agreement", idOrReference);
        }
        return agreement;
    }

    Optional<Agreement> withReference(String reference) {
        return find("reference", reference).firstResultOptional();
    }

    List<Agreement> page(Caller caller, @Nullable Locality locality, UUID after, int limit) {
        var places =
                caller.localities().stream()
                        .filter(place -> locality == null || place == locality)
                        .toList();
        return find("locality in ?1 and id > ?2", Sort.by("id"), places, after)
                .page(0, limit + 1)
                .list();
    }
}
