package locality.budget.fund;

import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import locality.budget.Named;
import locality.platform.caller.Caller;
import locality.platform.money.FinancialYear;
import locality.platform.money.Pence;
import locality.platform.place.Locality;
import locality.platform.refusal.NotFound;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
public class Funds implements PanacheRepositoryBase<Fund, UUID> {

    /// @param idOrReference either
    /// @throws NotFound if there is none that the caller may see
    public Fund require(Caller caller, String idOrReference) {
        return one(visible(caller, idOrReference), idOrReference);
    }

    /// As [#require], locked. Locks are taken in one order everywhere: fund, lines by id, decision.
    public Fund lock(Caller caller, String idOrReference) {
        return one(
                visible(caller, idOrReference).withLock(LockModeType.PESSIMISTIC_WRITE),
                idOrReference);
    }

    /// Locks funds in the order of their ids, the one order in which funds are locked.
    public List<Fund> lockAll(Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : find("id in ?1", Sort.by("id"), ids)
                        .withLock(LockModeType.PESSIMISTIC_WRITE)
                        .list();
    }

    boolean has(String reference) {
        return count("reference", reference) > 0;
    }

    /// The funds of an agreement and a year, by reference. There may be several, each with a host
    /// of its own.
    public List<Fund> under(UUID agreement, FinancialYear year) {
        return list(
                "agreementId = ?1 and financialYear = ?2", Sort.by("reference"), agreement, year);
    }

    /// What its partners contribute in the year, in all.
    Pence contributedTo(Fund fund) {
        var contributed =
                getEntityManager()
                        .createNativeQuery(
                                """
                                select coalesce(sum(annual_pence), 0)::bigint
                                from contribution_schedule where fund_id = :fund
                                """,
                                Long.class)
                        .setParameter("fund", fund.id())
                        .getSingleResult();
        return Pence.of((Long) contributed);
    }

    List<Fund> page(
            Caller caller,
            @Nullable Locality locality,
            @Nullable FinancialYear year,
            UUID after,
            int limit) {
        var places = caller.localitiesWithin(locality);
        var which = Parameters.with("places", places).and("after", after);
        var query = "locality in :places and id > :after";
        if (year != null) {
            query += " and financialYear = :year";
            which.and("year", year);
        }
        return find(query, Sort.by("id"), which).page(0, limit + 1).list();
    }

    /// What the caller may not see is not looked at, so that nobody waits for another place's lock.
    private PanacheQuery<Fund> visible(Caller caller, String idOrReference) {
        var named = Named.by(idOrReference);
        return find(
                named.column() + " = ?1 and locality in ?2", named.value(), caller.localities());
    }

    private static Fund one(PanacheQuery<Fund> query, String idOrReference) {
        return query.firstResultOptional().orElseThrow(() -> new NotFound("fund", idOrReference));
    }
}
