package locality.budget.contribution;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class Contributions implements PanacheRepositoryBase<ContributionSchedule, UUID> {

    boolean has(UUID fund, String partner, String source) {
        return count("fundId = ?1 and partner = ?2 and source = ?3", fund, partner, source) > 0;
    }

    List<ContributionSchedule> page(UUID fund, UUID after, int limit) {
        return find("fundId = ?1 and id > ?2", Sort.by("id"), fund, after)
                .page(0, limit + 1)
                .list();
    }
}
