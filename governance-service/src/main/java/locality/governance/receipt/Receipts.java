package locality.governance.receipt;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import locality.platform.identifier.Ids;
import locality.platform.place.Locality;
import locality.platform.refusal.NotFound;

/// What receivers say they were given.
@ApplicationScoped
class Receipts implements PanacheRepositoryBase<Receipt, UUID> {

    Receipt require(String idOrReference) {
        return lookUp(idOrReference).orElseThrow(() -> new NotFound("receipt", idOrReference));
    }

    Optional<Receipt> lookUp(String idOrReference) {
        return Ids.parse(idOrReference)
                .map(this::findByIdOptional)
                .orElseGet(() -> find("reference", idOrReference).firstResultOptional());
    }

    List<Receipt> inPlaces(Set<Locality> places, String after, int limit) {
        return find("place in ?1 and reference > ?2 order by reference", places, after)
                .range(0, limit)
                .list();
    }

    List<Receipt> inPlaces(Set<Locality> places) {
        return find("place in ?1 order by reference", places).list();
    }
}
