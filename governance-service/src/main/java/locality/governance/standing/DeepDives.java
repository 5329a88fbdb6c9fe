package locality.governance.standing;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import locality.platform.identifier.Ids;
import locality.platform.place.Locality;
import locality.platform.refusal.NotFound;
import org.jspecify.annotations.Nullable;

/// The deep dives of all bodies.
@ApplicationScoped
class DeepDives implements PanacheRepositoryBase<DeepDive, UUID> {

    /// @throws NotFound if there is none
    DeepDive require(String idOrReference) {
        return Ids.parse(idOrReference)
                .map(this::findByIdOptional)
                .orElseGet(() -> find("reference", idOrReference).firstResultOptional())
                .orElseThrow(() -> new NotFound("deep dive", idOrReference));
    }

    /// Those that wait for a meeting of a body, the first raised first.
    List<DeepDive> waiting(UUID body) {
        return find(
                        "bodyId = ?1 and state = ?2 order by raisedOn, number",
                        body,
                        DeepDiveState.RAISED)
                .list();
    }

    List<DeepDive> at(UUID meeting) {
        return find("meetingId = ?1 and state = ?2 order by number", meeting, DeepDiveState.PLACED)
                .list();
    }

    List<DeepDive> inPlaces(
            Set<Locality> places,
            @Nullable UUID body,
            @Nullable DeepDiveState state,
            String after,
            int limit) {
        return find(
                        "locality in ?1 and reference > ?2 and (?3 is null or bodyId = ?3)"
                                + " and (?4 is null or state = ?4) order by reference",
                        places,
                        after,
                        body,
                        state)
                .range(0, limit)
                .list();
    }
}
