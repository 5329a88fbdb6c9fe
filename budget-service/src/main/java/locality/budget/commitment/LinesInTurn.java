package locality.budget.commitment;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.ToIntFunction;
import locality.budget.line.BudgetLine;
import locality.budget.line.Lines;
import org.jboss.logging.Logger;

/// Does what is due on lines, one after the other, each in a transaction of its own. Any number of
/// replicas may do so at once: each takes lines that no other is working on. A line on which it
/// fails is logged and counted, and the others have their turn.
@ApplicationScoped
class LinesInTurn {

    private static final Logger LOG = Logger.getLogger(LinesInTurn.class);
    private static final UUID FIRST = new UUID(0, 0);

    private final Lines lines;
    private final EntityManager entities;
    private final Counter failed;

    LinesInTurn(Lines lines, EntityManager entities, MeterRegistry registry) {
        this.lines = lines;
        this.entities = entities;
        this.failed =
                Counter.builder("budget.lines.failed")
                        .description("Lines on which what was due could not be done")
                        .register(registry);
    }

    /// The line that had its turn last.
    private static final class Turn {
        private UUID line = FIRST;
    }

    /// @param due SQL that finds something due on the line `l` by `:today`
    /// @param work on a locked line; answers how much it did there
    /// @return how much was done in all
    int each(String due, LocalDate today, ToIntFunction<BudgetLine> work) {
        var last = new Turn();
        int all = 0;
        UUID before;
        do {
            before = last.line;
            all += doNext(due, today, last, work);
        } while (!last.line.equals(before));
        return all;
    }

    /// @param last the line that had its turn; the next one once this answers, the same if there is
    ///   none
    private int doNext(String due, LocalDate today, Turn last, ToIntFunction<BudgetLine> work) {
        var before = last.line;
        try {
            return QuarkusTransaction.requiringNew().call(() -> next(due, today, last, work));
        } catch (RuntimeException failure) {
            if (last.line.equals(before)) {
                throw failure;
            }
            failed.increment();
            LOG.errorf(failure, "What is due by %s on line %s is not done", today, last.line);
            return 0;
        }
    }

    private int next(String due, LocalDate today, Turn last, ToIntFunction<BudgetLine> work) {
        return entities.createNativeQuery(
                        """
                        select l.id from budget_line l where l.id > :last and exists (%s)
                        order by l.id limit 1
                        for no key update skip locked
                        """
                                .formatted(due),
                        UUID.class)
                .setParameter("last", last.line)
                .setParameter("today", today)
                .getResultStream()
                .mapToInt(
                        id -> {
                            last.line = (UUID) id;
                            return work.applyAsInt(lines.lock((UUID) id));
                        })
                .sum();
    }
}
