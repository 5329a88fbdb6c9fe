package locality.budget.saving;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

@ApplicationScoped
class SavingsTakenBack implements PanacheRepositoryBase<SavingTakenBack, UUID> {}
