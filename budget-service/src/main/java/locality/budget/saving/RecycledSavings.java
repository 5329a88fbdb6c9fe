package locality.budget.saving;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import locality.budget.fund.Fund;

@ApplicationScoped
class RecycledSavings implements PanacheRepositoryBase<RecycledSaving, UUID> {

    /// @param fund locked, so that its savings count 1, 2, 3
    String nextReference(Fund fund) {
        return "%s-RS%d".formatted(fund.reference(), count("fundId", fund.id()) + 1);
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
