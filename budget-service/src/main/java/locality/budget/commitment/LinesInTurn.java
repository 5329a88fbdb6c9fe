package locality.budget.commitment;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.ToIntFunction;
import locality.budget.line.BudgetLine;
import locality.budget.line.Lines;

/// Does what is due on lines, one after the other, each in a transaction of its own. Any number of
/// replicas may do so at once: each takes lines that no other is working on.
@ApplicationScoped
class LinesInTurn {

    private final Lines lines;
    private final EntityManager entities;

    LinesInTurn(Lines lines, EntityManager entities) {
        this.lines = lines;
        this.entities = entities;
    }

    /// @param due SQL that finds something due on the line `l` by `:today`
    /// @param work on a locked line; answers how much it did there
    /// @return how much was done in all
    int each(String due, LocalDate today, ToIntFunction<BudgetLine> work) {
        int all = 0;
        int some;
        do {
            some = QuarkusTransaction.requiringNew().call(() -> next(due, today, work));
            all += some;
        } while (some > 0);
        return all;
    }

    private int next(String due, LocalDate today, ToIntFunction<BudgetLine> work) {
        return entities.createNativeQuery(
                        """
                        select l.id from budget_line l where exists (%s)
                        order by l.id limit 1
                        for no key update skip locked
                        """
                                .formatted(due),
                        UUID.class)
                .setParameter("today", today)
                .getResultStream()
                .mapToInt(id -> work.applyAsInt(lines.lock((UUID) id)))
                .sum();
    }
}
