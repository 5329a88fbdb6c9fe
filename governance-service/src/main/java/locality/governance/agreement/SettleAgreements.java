package locality.governance.agreement;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import locality.platform.event.PartnershipEvent.AgreementChanged;
import locality.platform.eventlog.EventLog;
import locality.platform.time.BusinessClock;
import org.jspecify.annotations.Nullable;

/// Writes down and tells, once, what came about of agreements by itself: that the last decision
/// made a version ratified, that its day came, that it expired. Any number of replicas may do so at
/// once: each takes agreements that no other is working on.
@ApplicationScoped
class SettleAgreements {

    private static final int AT_A_TIME = 100;
    private static final UUID THE_FIRST = new UUID(0, 0);

    private final Agreements agreements;
    private final PartyDecisions decisions;
    private final EventLog eventLog;
    private final Clock clock;

    SettleAgreements(
            Agreements agreements, PartyDecisions decisions, EventLog eventLog, Clock clock) {
        this.agreements = agreements;
        this.decisions = decisions;
        this.eventLog = eventLog;
        this.clock = clock;
    }

    /// @param last the id of the last agreement that was looked at, null when none was left
    private record Looked(@Nullable UUID last, int steps) {}

    @Scheduled(
            identity = "settle-agreements",
            every = "{governance.agreement.settle.every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void everyNowAndThen() {
        handle();
    }

    /// @return how many steps were written down
    int handle() {
        var today = BusinessClock.today(clock);
        int all = 0;
        @Nullable UUID next = THE_FIRST;
        while (next != null) {
            var after = next;
            var looked = QuarkusTransaction.requiringNew().call(() -> settleSome(after, today));
            all += looked.steps;
            next = looked.last;
        }
        return all;
    }

    private Looked settleSome(UUID after, LocalDate today) {
        var some = agreements.takeMoving(after, AT_A_TIME);
        if (some.isEmpty()) {
            return new Looked(null, 0);
        }
        var approvals = decisions.about(some);
        var told = new ArrayList<AgreementChanged>();
        for (var agreement : some) {
            told.addAll(
                    settle(agreement, approvals.getOrDefault(agreement.id, Approvals.NONE), today));
        }
        eventLog.appendAll(told);
        return new Looked(some.getLast().id, told.size());
    }

    private List<AgreementChanged> settle(
            Agreement agreement, Approvals approvals, LocalDate today) {
        var told = agreement.settle(approvals, today);
        if (!told.isEmpty()) {
            agreements.changed(agreement);
        }
        return told;
    }
}
