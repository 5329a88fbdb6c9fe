package locality.governance.receipt;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import locality.platform.identifier.Ids;
import locality.platform.place.Locality;
import locality.platform.refusal.NotFound;
import org.jspecify.annotations.Nullable;

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

    /// @param on a day the receiver says they are in force on; null for all
    List<Receipt> inPlaces(Set<Locality> places, @Nullable LocalDate on, String after, int limit) {
        var query = "place in :places and reference > :after";
        var parameters = Parameters.with("places", places).and("after", after);
        if (on != null) {
            query += " and effectiveOn <= :day and (expiresOn is null or expiresOn >= :day)";
            parameters.and("day", on);
        }
        return find(query + " order by reference", parameters).range(0, limit).list();
    }

    /// Those of some places, and those of places that are read which name a delegation of these.
    List<Receipt> ofPlaces(Set<Locality> places, Set<Locality> readable) {
        return find(
                        "place in ?1 or place in ?2 and delegationId in (select id from Delegation"
                                + " where place in ?1) order by reference",
                        places,
                        readable)
                .list();
    }
}
