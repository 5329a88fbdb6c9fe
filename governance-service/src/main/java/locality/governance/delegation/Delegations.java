package locality.governance.delegation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import locality.platform.identifier.Ids;
import locality.platform.place.Locality;
import locality.platform.refusal.NotFound;

/// The delegations ever granted.
@ApplicationScoped
class Delegations implements PanacheRepositoryBase<Delegation, UUID> {

    Delegation require(String idOrReference) {
        return lookUp(idOrReference).orElseThrow(() -> new NotFound("delegation", idOrReference));
    }

    Optional<Delegation> lookUp(String idOrReference) {
        return Ids.parse(idOrReference)
                .map(this::findByIdOptional)
                .orElseGet(() -> find("reference", idOrReference).firstResultOptional());
    }

    List<Delegation> grantedBy(UUID body) {
        return find("fromBody = ?1 order by reference", body).list();
    }

    List<Delegation> inPlaces(Set<Locality> places, String after) {
        return find("place in ?1 and reference > ?2 order by reference", places, after).list();
    }
}
