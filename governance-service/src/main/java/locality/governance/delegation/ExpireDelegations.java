package locality.governance.delegation;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import locality.platform.eventlog.EventLog;
import locality.platform.time.BusinessClock;

/// Tells of every delegation, once, that its last day is past. What was passed on from it lasts no
/// longer, so each tells its own end. Any number of replicas may do so at once: each takes
/// delegations that no other is working on.
@ApplicationScoped
class ExpireDelegations {

    private static final int AT_A_TIME = 100;

    private final Delegations delegations;
    private final EventLog eventLog;
    private final Clock clock;

    ExpireDelegations(Delegations delegations, EventLog eventLog, Clock clock) {
        this.delegations = delegations;
        this.eventLog = eventLog;
        this.clock = clock;
    }

    @Scheduled(
            identity = "expire-delegations",
            every = "{governance.delegation.expire.every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void everyNowAndThen() {
        handle();
    }

    /// @return how many expired
    int handle() {
        var today = BusinessClock.today(clock);
        int all = 0;
        int some;
        do {
            some = QuarkusTransaction.requiringNew().call(() -> expireSome(today));
            all += some;
        } while (some > 0);
        return all;
    }

    private int expireSome(LocalDate today) {
        var due = delegations.takeOverdue(today, AT_A_TIME);
        var now = clock.instant();
        eventLog.appendAll(due.stream().map(one -> one.expire(today, now)).toList());
        return due.size();
    }
}
