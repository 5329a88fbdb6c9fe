package locality.budget.commitment;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class Attempts implements PanacheRepositoryBase<DecisionAttempt, UUID> {

    List<DecisionAttempt> on(UUID commitment) {
        return find("commitmentId", Sort.by("receivedAt").and("id"), commitment).list();
    }
}
