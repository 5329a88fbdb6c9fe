package locality.governance.recorder;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

/// Gives what nobody named a reference: what it begins with, and the number after the highest that
/// is there, as in `BRY-JLT-RISK-4`.
@ApplicationScoped
public class References {

    private final EntityManager entities;

    References(EntityManager entities) {
        this.entities = entities;
    }

    /// The next, which nobody else takes before the transaction ends.
    ///
    /// @param entity has a `reference`
    /// @param prefix what the reference begins with, before its number
    public String next(Class<?> entity, String prefix) {
        Turns.take(entities, entity.getSimpleName() + "|" + prefix);
        int highest =
                entities.createQuery(
                                "select e.reference from %s e where e.reference like ?1 escape '!'"
                                        .formatted(entity.getSimpleName()),
                                String.class)
                        .setParameter(1, literally(prefix) + "%")
                        .getResultStream()
                        .map(reference -> reference.substring(prefix.length()))
                        .filter(number -> number.matches("[0-9]{1,6}"))
                        .mapToInt(Integer::parseInt)
                        .max()
                        .orElse(0);
        return prefix + (highest + 1);
    }

    private static String literally(String text) {
        return text.replaceAll("[!%_]", "!$0");
    }
}
