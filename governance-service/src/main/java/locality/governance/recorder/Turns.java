package locality.governance.recorder;

import jakarta.persistence.EntityManager;

/// Lets transactions take turns at what no single row stands for: the next number of a kind, a
/// circle that several rows would close, a sum over rows that are still to come. Each would see
/// things as they were before the other; by a turn the second sees what the first did.
public final class Turns {

    private Turns() {}

    /// Waits for whoever has the turn at the same matter, and keeps it until the transaction ends.
    /// Taken before anything is read that the other may change.
    ///
    /// @param matter in words that no other rule uses
    public static void take(EntityManager entities, String matter) {
        entities.createNativeQuery(
                        "select cast(pg_advisory_xact_lock(hashtextextended(?1, 0)) as text)",
                        String.class)
                .setParameter(1, matter)
                .getSingleResult();
    }
}
