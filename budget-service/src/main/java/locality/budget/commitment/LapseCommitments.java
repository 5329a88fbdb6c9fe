package locality.budget.commitment;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import locality.budget.line.Lines;
import locality.platform.eventlog.EventLog;
import locality.platform.time.BusinessClock;

/// Ends the wait of commitments on which nobody decided in time, and frees what was set aside. Any
/// number of replicas may do so at once: each takes lines that no other is working on.
@ApplicationScoped
class LapseCommitments {

    private final Lines lines;
    private final Commitments commitments;
    private final EventLog eventLog;
    private final EntityManager entities;
    private final Clock clock;

    LapseCommitments(
            Lines lines,
            Commitments commitments,
            EventLog eventLog,
            EntityManager entities,
            Clock clock) {
        this.lines = lines;
        this.commitments = commitments;
        this.eventLog = eventLog;
        this.entities = entities;
        this.clock = clock;
    }

    @Scheduled(
            identity = "lapse-commitments",
            every = "{budget.lapse.every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void everyNowAndThen() {
        handle(BusinessClock.today(clock));
    }

    /// @return how many lapsed
    int handle(LocalDate today) {
        int all = 0;
        int some;
        do {
            some = QuarkusTransaction.requiringNew().call(() -> lapseOnOneLine(today));
            all += some;
        } while (some > 0);
        return all;
    }

    private int lapseOnOneLine(LocalDate today) {
        var due =
                entities.createNativeQuery(
                                """
                                select l.id from budget_line l
                                where exists (select from commitment c
                                              where c.line_id = l.id
                                                and c.state = 'PENDING_APPROVAL'
                                                and c.due_on < :today)
                                order by l.id limit 1
                                for no key update skip locked
                                """,
                                UUID.class)
                        .setParameter("today", today)
                        .getResultList();
        int lapsed = 0;
        for (var id : due) {
            var line = lines.lock((UUID) id);
            for (var commitment : commitments.overdueOn(line.id(), today)) {
                line.dropRequested(commitment.amountPence);
                eventLog.append(commitment.lapse(today));
                lapsed++;
            }
        }
        return lapsed;
    }
}
