package locality.budget.figure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import locality.budget.Named;
import locality.budget.planversion.PlanVersions;
import locality.platform.fact.Provenance;
import locality.platform.money.Pence;
import locality.platform.place.Locality;
import locality.platform.refusal.NotFound;

/// What funds and their lines plan, as their plans have it now, whether approved or still under
/// way.
@ApplicationScoped
public class Plans {

    private static final String FUND =
            "select f.id, f.id, f.reference, f.name, f.plannedPence, f.provenance from Fund f ";
    private static final String LINE =
            """
            select l.id, l.fundId, l.reference, l.scheme, l.plannedPence, l.provenance
            from BudgetLine l
            """;

    private final EntityManager entities;
    private final PlanVersions versions;

    Plans(EntityManager entities, PlanVersions versions) {
        this.entities = entities;
        this.versions = versions;
    }

    /// What a fund or a line plans; a line that was withdrawn plans nothing.
    ///
    /// @param fundId of a fund its own id
    public record Planned(
            UUID id,
            UUID fundId,
            String reference,
            String label,
            Pence plannedPence,
            Provenance provenance) {

        /// A line follows the plan approved last; these plans may say something else of it.
        private Planned in(Map<UUID, Pence> plans) {
            var planned = plans.getOrDefault(id, Pence.ZERO);
            return new Planned(id, fundId, reference, label, planned, provenance);
        }
    }

    /// @param idOrReference of a fund of this locality
    /// @throws NotFound if there is none
    public Planned fund(Locality place, String idOrReference) {
        return one(FUND + "where f.locality = :place and f.", place, "fund", idOrReference);
    }

    /// @param idOrReference of a line of this locality that was not withdrawn
    /// @throws NotFound if there is none
    public Planned line(Locality place, String idOrReference) {
        var line =
                one(
                        LINE + "where l.locality = :place and l.withdrawn = false and l.",
                        place,
                        "budget line",
                        idOrReference);
        return line.in(versions.latestByLine(Set.of(line.fundId())));
    }

    public Map<UUID, Planned> funds(Collection<UUID> ids) {
        return byId(FUND + "where f.id in :ids", ids);
    }

    public Map<UUID, Planned> lines(Collection<UUID> ids) {
        var lines = byId(LINE + "where l.id in :ids", ids);
        var funds = lines.values().stream().map(Planned::fundId).collect(Collectors.toSet());
        var plans = versions.latestByLine(funds);
        lines.replaceAll((_, line) -> line.in(plans));
        return lines;
    }

    private Planned one(String query, Locality place, String what, String idOrReference) {
        var named = Named.by(idOrReference);
        return entities.createQuery(query + named.column() + " = :named", Planned.class)
                .setParameter("place", place)
                .setParameter("named", named.value())
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> new NotFound(what, idOrReference));
    }

    private Map<UUID, Planned> byId(String query, Collection<UUID> ids) {
        List<Planned> found =
                ids.isEmpty()
                        ? List.of()
                        : entities.createQuery(query, Planned.class)
                                .setParameter("ids", ids)
                                .getResultList();
        return found.stream().collect(Collectors.toMap(Planned::id, Function.identity()));
    }
}
