package locality.budget.saving;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import locality.budget.Named;
import locality.budget.fund.Fund;
import locality.platform.refusal.NotFound;

@ApplicationScoped
class RecycledSavings implements PanacheRepositoryBase<RecycledSaving, UUID> {

    /// @param fund locked, so that its savings count 1, 2, 3
    String nextReference(Fund fund) {
        return "%s-RS%d".formatted(fund.reference(), count("fundId", fund.id()) + 1);
    }

    /// @throws NotFound if no such saving came back into the fund
    RecycledSaving require(Fund fund, String idOrReference) {
        var named = Named.by(idOrReference);
        return find("fundId = ?1 and %s = ?2".formatted(named.column()), fund.id(), named.value())
                .firstResultOptional()
                .orElseThrow(() -> new NotFound("recycled saving", idOrReference));
    }

    List<RecycledSaving> page(Fund fund, UUID after, int limit) {
        return find("fundId = ?1 and id > ?2", Sort.by("id"), fund.id(), after)
                .page(0, limit + 1)
                .list();
    }

    List<RecycledSaving> of(Fund fund) {
        return list("fundId", Sort.by("id"), fund.id());
    }
}
