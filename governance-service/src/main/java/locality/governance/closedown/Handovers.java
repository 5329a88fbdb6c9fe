package locality.governance.closedown;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/// What was handed over.
@ApplicationScoped
class Handovers implements PanacheRepositoryBase<Handover, UUID> {

    /// @throws ClosedownRefusal if it was handed over before, from whichever day
    void requireNone(String organisation, OpenItem item) {
        find(
                        "organisation = ?1 and kind = ?2 and reference = ?3",
                        organisation,
                        item.kind(),
                        item.reference())
                .firstResultOptional()
                .ifPresent(
                        before -> {
                            throw new ClosedownRefusal.HandedOverAlready(before);
                        });
    }
}
