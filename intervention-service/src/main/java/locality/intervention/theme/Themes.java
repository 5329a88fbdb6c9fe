package locality.intervention.theme;

import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import locality.platform.caller.Caller;
import locality.platform.identifier.Ids;
import locality.platform.place.Locality;
import locality.platform.refusal.NotFound;
import org.jspecify.annotations.Nullable;

/// Themes on record. Greater Manchester's own are everybody's to stand under.
@ApplicationScoped
public class Themes implements PanacheRepositoryBase<Theme, UUID> {

    /// @param idOrReference either
    /// @throws NotFound if there is none that the caller may see
    public Theme require(Caller caller, String idOrReference) {
        return find(caller, idOrReference).orElseThrow(() -> new NotFound("theme", idOrReference));
    }

    /// Empty if there is none that the caller may see.
    public Optional<Theme> find(Caller caller, String idOrReference) {
        return by(idOrReference)
                .firstResultOptional()
                .filter(theme -> caller.readable().contains(theme.locality));
    }

    public Map<UUID, Theme> byId(Collection<UUID> ids) {
        return list("id in ?1", ids).stream()
                .collect(Collectors.toMap(theme -> theme.id, Function.identity()));
    }

    /// As [#require] for a change: locked, and the caller's own.
    Theme lock(Caller caller, String idOrReference) {
        var theme =
                by(idOrReference)
                        .withLock(LockModeType.PESSIMISTIC_WRITE)
                        .firstResultOptional()
                        .orElseThrow(() -> new NotFound("theme", idOrReference));
        caller.requireSight(theme.locality, "theme", idOrReference);
        return theme;
    }

    boolean has(String reference) {
        return count("reference", reference) > 0;
    }

    List<Theme> page(Caller caller, @Nullable Locality locality, UUID after, int limit) {
        var places =
                caller.readable().stream()
                        .filter(place -> locality == null || place == locality)
                        .toList();
        return find(
                        "locality in :places and id > :after",
                        Sort.by("id"),
                        Parameters.with("places", places).and("after", after))
                .page(0, limit + 1)
                .list();
    }

    private PanacheQuery<Theme> by(String idOrReference) {
        return Ids.parse(idOrReference)
                .map(id -> find("id", id))
                .orElseGet(() -> find("reference", idOrReference));
    }
}
