package locality.governance.register;

import static java.util.Objects.requireNonNull;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import locality.governance.body.BodyRegister;
import locality.platform.eventlog.EventLog;
import locality.platform.fact.Provenance;
import locality.platform.time.BusinessClock;
import org.jspecify.annotations.Nullable;

/// Opens what was tolerated until a day that is past, and hands to the body above what scores too
/// high or was not reviewed for too long. Any number of replicas may do so at once: each takes
/// entries that no other is working on.
///
/// With several bodies above, it goes to the first in the order of their references **(default)**;
/// with none it stays where it is, and the worklist of that body shows it.
@ApplicationScoped
class EscalateEntries {

    private static final int AT_A_TIME = 100;
    private static final UUID FIRST = new UUID(0, 0);

    private final RegisterEntries entries;
    private final EscalationRules rules;
    private final BodyRegister bodies;
    private final EventLog eventLog;
    private final Clock clock;

    EscalateEntries(
            RegisterEntries entries,
            EscalationRules rules,
            BodyRegister bodies,
            EventLog eventLog,
            Clock clock) {
        this.entries = entries;
        this.rules = rules;
        this.bodies = bodies;
        this.eventLog = eventLog;
        this.clock = clock;
    }

    @Scheduled(
            identity = "escalate-entries",
            every = "{governance.register.every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void everyNowAndThen() {
        handle(BusinessClock.today(clock));
    }

    /// @return how many were opened or handed up
    int handle(LocalDate today) {
        return endTolerances(today) + escalate(today);
    }

    private int endTolerances(LocalDate today) {
        int all = 0;
        int some;
        do {
            some = QuarkusTransaction.requiringNew().call(() -> endSome(today));
            all += some;
        } while (some > 0);
        return all;
    }

    private int endSome(LocalDate today) {
        var over = entries.takeToleratedBefore(today, AT_A_TIME);
        over.forEach(entry -> entry.endTolerance(today));
        entries.flush();
        eventLog.appendAll(over.stream().map(RegisterEntry::changed).toList());
        return over.size();
    }

    private int escalate(LocalDate today) {
        var looked = new Looked(FIRST, 0);
        int all = 0;
        while (looked.last != null) {
            var after = looked.last;
            looked = QuarkusTransaction.requiringNew().call(() -> escalateSome(today, after));
            all += looked.escalated;
        }
        return all;
    }

    /// @param last the last one looked at, null after them all
    private record Looked(@Nullable UUID last, int escalated) {}

    private Looked escalateSome(LocalDate today, UUID after) {
        var open = entries.takeOpen(today, after, AT_A_TIME);
        var rulesOf = new HashMap<UUID, EscalationRule>();
        var escalated = open.stream().filter(entry -> escalates(entry, today, rulesOf)).toList();
        entries.flush();
        eventLog.appendAll(escalated.stream().map(RegisterEntry::changed).toList());
        return new Looked(open.isEmpty() ? null : open.getLast().id, escalated.size());
    }

    /// @param rulesOf the rules of bodies on the day, as far as they were looked up
    private boolean escalates(
            RegisterEntry entry, LocalDate today, Map<UUID, EscalationRule> rulesOf) {
        var body = requireNonNull(entry.last().bodyId);
        var rule = rulesOf.computeIfAbsent(body, one -> rules.of(one, today));
        var reason = entry.escalatesBy(rule, today);
        if (reason.isEmpty()) {
            return false;
        }
        var above = WayUp.next(body, lower -> bodies.parentsOf(lower, today));
        above.ifPresent(
                parent ->
                        entry.escalate(
                                parent,
                                reason.get(),
                                new RegisterEntry.At(today, Provenance.derived(reason.get()))));
        return above.isPresent();
    }
}
