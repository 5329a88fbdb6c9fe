package locality.budget.figure;

import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import locality.budget.Named;
import locality.platform.caller.Caller;
import locality.platform.persistence.Conditions;
import locality.platform.place.Locality;
import locality.platform.refusal.NotFound;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
public class Figures implements PanacheRepositoryBase<StatedFigure, UUID> {

    /// @param idOrReference either
    /// @throws NotFound if there is none that the caller may see
    StatedFigure require(Caller caller, String idOrReference) {
        return visible(caller, idOrReference)
                .firstResultOptional()
                .orElseThrow(() -> new NotFound("figure", idOrReference));
    }

    /// As [#require], locked until the transaction ends.
    StatedFigure lock(Caller caller, String idOrReference) {
        return visible(caller, idOrReference)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .orElseThrow(() -> new NotFound("figure", idOrReference));
    }

    /// The id of a figure of this locality.
    ///
    /// @throws NotFound if there is none
    public UUID idOf(Locality place, String idOrReference) {
        var named = Named.by(idOrReference);
        return find(
                        "select id from StatedFigure where %s = ?1 and locality = ?2"
                                .formatted(named.column()),
                        named.value(),
                        place)
                .project(UUID.class)
                .firstResultOptional()
                .orElseThrow(() -> new NotFound("figure", idOrReference));
    }

    /// These figures, in the order of their ids, with no correction of them until the transaction
    /// ends.
    public List<StatedFigure> keepAll(Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : find("id in ?1", Sort.by("id"), ids)
                        .withLock(LockModeType.PESSIMISTIC_READ)
                        .list();
    }

    public List<StatedFigure> all(Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : list("id in ?1", ids);
    }

    /// Those of these references that are there already, in whichever locality, locked in the order
    /// of their ids.
    List<StatedFigure> lockAllNamed(Collection<String> references) {
        return references.isEmpty()
                ? List.of()
                : find("reference in ?1", Sort.by("id"), references)
                        .withLock(LockModeType.PESSIMISTIC_WRITE)
                        .list();
    }

    Optional<StatedFigure> withReference(String reference) {
        return find("reference", reference).firstResultOptional();
    }

    List<StatedFigure> page(
            Caller caller,
            @Nullable Locality locality,
            @Nullable UUID fund,
            UUID after,
            int limit) {
        var which =
                new Conditions("locality in :places and id > :after")
                        .with("places", caller.localitiesWithin(locality))
                        .with("after", after)
                        .and("fundId = :fund", "fund", fund);
        return find(which.orderedBy("id"), which.values()).page(0, limit + 1).list();
    }

    private PanacheQuery<StatedFigure> visible(Caller caller, String idOrReference) {
        var named = Named.by(idOrReference);
        return find(
                named.column() + " = ?1 and locality in ?2", named.value(), caller.localities());
    }
}
