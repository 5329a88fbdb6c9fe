package locality.budget.comparison;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import locality.budget.Named;
import locality.platform.caller.Caller;
import locality.platform.persistence.Conditions;
import locality.platform.place.Locality;
import locality.platform.refusal.NotFound;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class Comparisons implements PanacheRepositoryBase<FigureComparison, UUID> {

    /// @param idOrReference either
    /// @throws NotFound if there is none that the caller may see
    FigureComparison require(Caller caller, String idOrReference) {
        var named = Named.by(idOrReference);
        return find(named.column() + " = ?1 and locality in ?2", named.value(), caller.localities())
                .firstResultOptional()
                .orElseThrow(() -> new NotFound("comparison", idOrReference));
    }

    boolean has(String reference) {
        return count("reference", reference) > 0;
    }

    List<FigureComparison> page(
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
        return find(which.orderedBy("id"), which.values()).page(0, limit).list();
    }

    /// Those that rest on one of these figures, locked in the order of their ids.
    List<FigureComparison> lockRestingOn(Set<UUID> figures) {
        return lock(
                """
                select c.id from FigureComparison c left join c.terms t
                where c.against.figureId in ?1 or t.operand.figureId in ?1
                """,
                figures);
    }

    /// Those that rest on a fund or on one of its lines, locked in the order of their ids.
    List<FigureComparison> lockRestingOnFund(UUID fund) {
        return lock(
                """
                select c.id from FigureComparison c left join c.terms t
                where c.against.fundId = ?1 or t.operand.fundId = ?1
                   or c.against.lineId in (select l.id from BudgetLine l where l.fundId = ?1)
                   or t.operand.lineId in (select l.id from BudgetLine l where l.fundId = ?1)
                """,
                fund);
    }

    private List<FigureComparison> lock(String resting, Object on) {
        Collection<UUID> ids = Set.copyOf(find(resting, on).project(UUID.class).list());
        return ids.isEmpty()
                ? List.of()
                : find("id in ?1", Sort.by("id"), ids)
                        .withLock(LockModeType.PESSIMISTIC_WRITE)
                        .list();
    }
}
