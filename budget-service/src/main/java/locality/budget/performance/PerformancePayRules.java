package locality.budget.performance;

import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import locality.budget.Named;
import locality.platform.caller.Caller;
import locality.platform.place.Locality;
import locality.platform.refusal.NotFound;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class PerformancePayRules implements PanacheRepositoryBase<PerformancePayRule, UUID> {

    /// @param idOrReference either
    /// @throws NotFound if there is none that the caller may see
    PerformancePayRule require(Caller caller, String idOrReference) {
        return one(visible(caller, idOrReference), idOrReference);
    }

    PerformancePayRule lock(Caller caller, String idOrReference) {
        return one(
                visible(caller, idOrReference).withLock(LockModeType.PESSIMISTIC_WRITE),
                idOrReference);
    }

    boolean has(String reference) {
        return count("reference", reference) > 0;
    }

    /// @param on the day on which they hold; null for all that ever held
    List<PerformancePayRule> page(
            Caller caller,
            @Nullable Locality locality,
            @Nullable LocalDate on,
            UUID after,
            int limit) {
        var query = "locality in :places and id > :after";
        var which =
                Parameters.with("places", caller.localitiesWithin(locality)).and("after", after);
        if (on != null) {
            query += " and startsOn <= :day and (endsOn is null or endsOn >= :day)";
            which.and("day", on);
        }
        return find(query, Sort.by("id"), which).range(0, limit).list();
    }

    private PanacheQuery<PerformancePayRule> visible(Caller caller, String idOrReference) {
        var named = Named.by(idOrReference);
        return find(
                named.column() + " = ?1 and locality in ?2", named.value(), caller.localities());
    }

    private static PerformancePayRule one(
            PanacheQuery<PerformancePayRule> query, String idOrReference) {
        return query.firstResultOptional()
                .orElseThrow(() -> new NotFound("performance pay rule", idOrReference));
    }
}
