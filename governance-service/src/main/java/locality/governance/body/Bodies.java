package locality.governance.body;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import locality.platform.identifier.Ids;
import locality.platform.place.Locality;
import locality.platform.refusal.NotFound;
import org.jspecify.annotations.Nullable;

/// The bodies on record.
@ApplicationScoped
class Bodies implements PanacheRepositoryBase<Body, UUID> {

    Body require(String idOrReference) {
        return lookUp(idOrReference).orElseThrow(() -> new NotFound("body", idOrReference));
    }

    Optional<Body> lookUp(String idOrReference) {
        return Ids.parse(idOrReference)
                .map(this::findByIdOptional)
                .orElseGet(() -> find("reference", idOrReference).firstResultOptional());
    }

    /// @param name part of a name or alias, in any case; null for all
    List<Body> inPlaces(Set<Locality> places, @Nullable String name, String after, int limit) {
        if (name == null) {
            return find("locality in ?1 and reference > ?2 order by reference", places, after)
                    .range(0, limit)
                    .list();
        }
        return find(
                        "locality in ?1 and reference > ?2 and (lower(name) like ?3 or"
                                + " lower(array_to_string(aliases, '|')) like ?3)"
                                + " order by reference",
                        places,
                        after,
                        "%" + name.toLowerCase(Locale.ROOT) + "%")
                .range(0, limit)
                .list();
    }
}
