package locality.budget;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.TransactionSynchronizationRegistry;

/// A command tried out: everything happens, every rule and constraint is asked, and then none of it
/// is kept.
@ApplicationScoped
public class DryRun {

    private final TransactionSynchronizationRegistry transaction;
    private final EntityManager entities;

    DryRun(TransactionSynchronizationRegistry transaction, EntityManager entities) {
        this.transaction = transaction;
        this.entities = entities;
    }

    /// Takes back what this transaction did, if it was only a try.
    public void undoIf(boolean dryRun) {
        if (dryRun) {
            entities.flush();
            entities.createNativeQuery("set constraints all immediate").executeUpdate();
            transaction.setRollbackOnly();
        }
    }
}
