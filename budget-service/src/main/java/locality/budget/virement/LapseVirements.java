package locality.budget.virement;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import locality.budget.line.Lines;
import locality.platform.eventlog.EventLog;
import locality.platform.time.BusinessClock;

/// Ends the wait of virements on which nobody decided in time, and frees what was set aside. Any
/// number of replicas may do so at once: each takes funds that no other is working on.
@ApplicationScoped
class LapseVirements {

    private final Lines lines;
    private final Virements virements;
    private final EventLog eventLog;
    private final EntityManager entities;
    private final Clock clock;

    LapseVirements(
            Lines lines,
            Virements virements,
            EventLog eventLog,
            EntityManager entities,
            Clock clock) {
        this.lines = lines;
        this.virements = virements;
        this.eventLog = eventLog;
        this.entities = entities;
        this.clock = clock;
    }

    @Scheduled(
            identity = "lapse-virements",
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
            some = QuarkusTransaction.requiringNew().call(() -> lapseInOneFund(today));
            all += some;
        } while (some > 0);
        return all;
    }

    private int lapseInOneFund(LocalDate today) {
        var due =
                entities.createNativeQuery(
                                """
                                select f.id from fund f
                                where exists (select from virement v
                                              where v.fund_id = f.id
                                                and v.state = 'PENDING_APPROVAL'
                                                and v.due_on < :today)
                                order by f.id limit 1
                                for no key update skip locked
                                """,
                                UUID.class)
                        .setParameter("today", today)
                        .getResultList();
        int lapsed = 0;
        for (var fund : due) {
            for (var virement : virements.overdueIn((UUID) fund, today)) {
                var locked = lines.lockAll(virements.linesOf(List.of(virement.id)));
                Moves.of(virement.moves, locked, virement.effectiveOn).drop();
                eventLog.append(virement.lapse(today));
                lapsed++;
            }
        }
        return lapsed;
    }
}
