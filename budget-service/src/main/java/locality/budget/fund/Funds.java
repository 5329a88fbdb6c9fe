package locality.budget.fund;

import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;
import locality.platform.caller.Caller;
import locality.platform.identifier.Ids;
import locality.platform.money.FinancialYear;
import locality.platform.place.Locality;
import locality.platform.refusal.NotFound;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
public class Funds implements PanacheRepositoryBase<Fund, UUID> {

    /// @param idOrReference either
    /// @throws NotFound if there is none that the caller may see
    public Fund require(Caller caller, String idOrReference) {
        return visible(caller, idOrReference, by(idOrReference));
    }

    /// As [#require], locked. Locks are taken in one order everywhere: fund, lines by id, decision.
    public Fund lock(Caller caller, String idOrReference) {
        return visible(
                caller, idOrReference, by(idOrReference).withLock(LockModeType.PESSIMISTIC_WRITE));
    }

    boolean has(String reference) {
        return count("reference", reference) > 0;
    }

    List<Fund> page(
            Caller caller,
            @Nullable Locality locality,
            @Nullable FinancialYear year,
            UUID after,
            int limit) {
        var places =
                caller.localities().stream()
                        .filter(place -> locality == null || place == locality)
                        .toList();
        var which = Parameters.with("places", places).and("after", after);
        var query = "locality in :places and id > :after";
        if (year != null) {
            query += " and financialYear = :year";
            which.and("year", year);
        }
        return find(query, Sort.by("id"), which).page(0, limit + 1).list();
    }

    private PanacheQuery<Fund> by(String idOrReference) {
        return Ids.parse(idOrReference)
                .map(id -> find("id", id))
                .orElseGet(() -> find("reference", idOrReference));
    }

    private static Fund visible(Caller caller, String idOrReference, PanacheQuery<Fund> query) {
        var fund =
                query.firstResultOptional().orElseThrow(() -> new NotFound("fund", idOrReference));
        caller.requireSight(fund.locality, "fund", idOrReference);
        return fund;
    }
}
