package locality.governance.decision;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import locality.platform.eventlog.EventLog;
import locality.platform.time.BusinessClock;

/// Brings decisions into effect that nobody called in, the day after the last on which scrutiny
/// might. Any number of replicas may do so at once: each takes one that no other is working on.
@ApplicationScoped
class BringIntoEffect {

    private final Decisions decisions;
    private final DecisionSteps steps;
    private final ConcludeMatter conclude;
    private final ReplaceDecision replace;
    private final EventLog eventLog;
    private final Clock clock;

    BringIntoEffect(
            Decisions decisions,
            DecisionSteps steps,
            ConcludeMatter conclude,
            ReplaceDecision replace,
            EventLog eventLog,
            Clock clock) {
        this.decisions = decisions;
        this.steps = steps;
        this.conclude = conclude;
        this.replace = replace;
        this.eventLog = eventLog;
        this.clock = clock;
    }

    @Scheduled(
            identity = "bring-decisions-into-effect",
            every = "{governance.call-in.every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void everyNowAndThen() {
        handle(BusinessClock.today(clock));
    }

    /// @return how many took effect
    int handle(LocalDate today) {
        int all = 0;
        while (QuarkusTransaction.requiringNew().call(() -> bringOne(today))) {
            all++;
        }
        return all;
    }

    private boolean bringOne(LocalDate today) {
        var due =
                decisions
                        .getEntityManager()
                        .createNativeQuery(
                                """
                                select id from decision
                                where state = 'CARRIED' and call_in_until < :today
                                order by call_in_until, id limit 1
                                for no key update skip locked
                                """,
                                UUID.class)
                        .setParameter("today", today)
                        .getResultList();
        due.forEach(id -> bring((UUID) id));
        return !due.isEmpty();
    }

    private void bring(UUID id) {
        var decision = decisions.findById(id);
        var before = decision.state;
        var request = conclude.openRequestOf(decision);
        var told = decision.takeEffect(request);
        conclude.handle(decision, request, told.effectiveOn());
        steps.persist(
                DecisionStep.of(
                        id,
                        before,
                        decision.state,
                        told.effectiveOn(),
                        DecisionStep.Because.of("Nobody called it in")));
        decisions.flush();
        eventLog.append(told);
        replace.takeThePlace(decision);
    }
}
