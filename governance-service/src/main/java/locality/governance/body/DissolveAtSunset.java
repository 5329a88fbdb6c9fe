package locality.governance.body;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import locality.platform.eventlog.EventLog;
import locality.platform.time.BusinessClock;

/// Dissolves time-limited bodies on their day, and ends the delegations from and to them. Any
/// number of replicas may do so at once: each takes a body that no other is working on.
@ApplicationScoped
class DissolveAtSunset {

    private final Bodies bodies;
    private final EventLog eventLog;
    private final Event<BodyDissolved> dissolutions;
    private final Clock clock;

    DissolveAtSunset(
            Bodies bodies, EventLog eventLog, Event<BodyDissolved> dissolutions, Clock clock) {
        this.bodies = bodies;
        this.eventLog = eventLog;
        this.dissolutions = dissolutions;
        this.clock = clock;
    }

    @Scheduled(
            identity = "dissolve-at-sunset",
            every = "{governance.sunset.every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void everyNowAndThen() {
        handle(BusinessClock.today(clock));
    }

    /// @return how many were dissolved
    int handle(LocalDate today) {
        int dissolved = 0;
        while (QuarkusTransaction.requiringNew().call(() -> dissolveOne(today))) {
            dissolved++;
        }
        return dissolved;
    }

    private boolean dissolveOne(LocalDate today) {
        var due =
                bodies.getEntityManager()
                        .createNativeQuery(
                                """
                                select b.id from body b join body_sunset u on u.body_id = b.id
                                where u.sunset_on <= :today
                                  and not exists (select from body_step s
                                                  where s.body_id = b.id
                                                    and s.state = 'DISSOLVED')
                                order by b.id limit 1
                                for no key update of b skip locked
                                """,
                                UUID.class)
                        .setParameter("today", today)
                        .getResultList();
        due.forEach(id -> dissolve(bodies.findById((UUID) id)));
        return !due.isEmpty();
    }

    private void dissolve(Body body) {
        var told = body.dissolveAtSunset();
        bodies.flush();
        eventLog.append(told);
        body.dissolution().ifPresent(dissolutions::fire);
    }
}
