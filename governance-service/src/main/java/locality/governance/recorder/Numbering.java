package locality.governance.recorder;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.UUID;

/// Counts what a body has of a kind, so that each gets a reference of its own: `MCR-HWBB-FP-1`,
/// `MCR-HWBB-FP-2`.
@ApplicationScoped
public class Numbering {

    private final EntityManager entities;

    Numbering(EntityManager entities) {
        this.entities = entities;
    }

    /// The next number, which nobody else takes before the transaction ends.
    ///
    /// @param entity has a `bodyId` and a `number`
    public int next(Class<?> entity, UUID body) {
        Turns.take(entities, entity.getSimpleName() + "|" + body);
        return entities.createQuery(
                        "select coalesce(max(e.number), 0) + 1 from %s e where e.bodyId = ?1"
                                .formatted(entity.getSimpleName()),
                        Integer.class)
                .setParameter(1, body)
                .getSingleResult();
    }
}
