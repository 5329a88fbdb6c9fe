package locality.governance.guidance;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import locality.platform.identifier.Ids;
import locality.platform.refusal.NotFound;

/// The guidance that plans wait for.
@ApplicationScoped
class Guidance implements PanacheRepositoryBase<AwaitedGuidance, UUID> {

    AwaitedGuidance require(String idOrReference) {
        return lookUp(idOrReference).orElseThrow(() -> new NotFound("guidance", idOrReference));
    }

    Optional<AwaitedGuidance> lookUp(String idOrReference) {
        return Ids.parse(idOrReference)
                .map(this::findByIdOptional)
                .orElseGet(() -> find("reference", idOrReference).firstResultOptional());
    }

    /// Those of several ids or references that there are.
    List<AwaitedGuidance> called(Set<String> idsOrReferences) {
        if (idsOrReferences.isEmpty()) {
            return List.of();
        }
        var ids = idsOrReferences.stream().map(Ids::parse).flatMap(Optional::stream).toList();
        return list("reference in ?1 or id in ?2", idsOrReferences, ids);
    }

    List<AwaitedGuidance> after(String reference, int limit) {
        return find("reference > ?1 order by reference", reference).range(0, limit).list();
    }
}
