package locality.intervention.register;

import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import locality.intervention.Cursor;
import locality.platform.caller.Caller;
import locality.platform.identifier.Ids;
import locality.platform.place.Locality;
import locality.platform.refusal.NotFound;
import org.jspecify.annotations.Nullable;

/// The interventions on the register.
@ApplicationScoped
public class Interventions implements PanacheRepositoryBase<Intervention, UUID> {

    /// What another feature may know of an intervention.
    public record Known(UUID id, String reference, Locality locality) {}

    /// @param idOrReference either
    /// @throws NotFound if there is none that the caller may see
    public Known know(Caller caller, String idOrReference) {
        var found = require(caller, idOrReference);
        return new Known(found.id, found.reference, found.locality);
    }

    /// The intervention of that id or reference in that locality, locked: whoever appends to its
    /// events holds it.
    public Optional<Known> lock(Locality locality, String idOrReference) {
        return by(idOrReference)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .filter(found -> found.locality == locality)
                .map(found -> new Known(found.id, found.reference, found.locality));
    }

    Intervention require(Caller caller, String idOrReference) {
        return visible(caller, idOrReference, by(idOrReference));
    }

    /// As [#require], locked.
    Intervention lock(Caller caller, String idOrReference) {
        return visible(
                caller, idOrReference, by(idOrReference).withLock(LockModeType.PESSIMISTIC_WRITE));
    }

    Optional<Intervention> lockByReference(String reference) {
        return find("reference", reference)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    boolean has(String reference) {
        return count("reference", reference) > 0;
    }

    List<Intervention> page(
            Caller caller,
            @Nullable Locality locality,
            @Nullable State state,
            @Nullable UUID theme,
            UUID after,
            int limit) {
        return matching(caller, locality, state, theme, after, Sort.by("id"))
                .page(0, limit + 1)
                .list();
    }

    /// All of them, by reference.
    List<Intervention> all(
            Caller caller,
            @Nullable Locality locality,
            @Nullable State state,
            @Nullable UUID theme) {
        return matching(caller, locality, state, theme, Cursor.orStart(null), Sort.by("reference"))
                .list();
    }

    private PanacheQuery<Intervention> matching(
            Caller caller,
            @Nullable Locality locality,
            @Nullable State state,
            @Nullable UUID theme,
            UUID after,
            Sort order) {
        var places =
                caller.localities().stream()
                        .filter(place -> locality == null || place == locality)
                        .toList();
        var which = Parameters.with("places", places).and("after", after);
        var query = "locality in :places and id > :after";
        if (state != null) {
            query += " and state = :state";
            which.and("state", state);
        }
        if (theme != null) {
            query += " and :theme member of themes";
            which.and("theme", theme);
        }
        return find(query, order, which);
    }

    private PanacheQuery<Intervention> by(String idOrReference) {
        return Ids.parse(idOrReference)
                .map(id -> find("id", id))
                .orElseGet(() -> find("reference", idOrReference));
    }

    private static Intervention visible(
            Caller caller, String idOrReference, PanacheQuery<Intervention> query) {
        var found =
                query.firstResultOptional()
                        .orElseThrow(() -> new NotFound("intervention", idOrReference));
        caller.requireSight(found.locality, "intervention", idOrReference);
        return found;
    }
}
