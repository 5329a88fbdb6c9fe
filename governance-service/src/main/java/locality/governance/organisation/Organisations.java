package locality.governance.organisation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import locality.platform.place.Locality;
import locality.platform.refusal.NotFound;
import org.jspecify.annotations.Nullable;

/// The register of organisations.
@ApplicationScoped
public class Organisations implements PanacheRepositoryBase<Organisation, String> {

    Organisation require(String code) {
        return findByIdOptional(code).orElseThrow(() -> new NotFound("organisation", code));
    }

    /// @throws OrganisationRefusal if a code is given and not on record
    public void requireOnRecord(@Nullable String code) {
        if (code != null && findById(code) == null) {
            throw new OrganisationRefusal.Unknown(code);
        }
    }

    List<Organisation> inPlaces(Set<Locality> places, String after, int limit) {
        return find("locality in ?1 and code > ?2 order by code", places, after)
                .range(0, limit)
                .list();
    }
}
