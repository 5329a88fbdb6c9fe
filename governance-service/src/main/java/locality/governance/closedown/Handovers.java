package locality.governance.closedown;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/// What was handed over.
@ApplicationScoped
class Handovers implements PanacheRepositoryBase<Handover, UUID> {}
