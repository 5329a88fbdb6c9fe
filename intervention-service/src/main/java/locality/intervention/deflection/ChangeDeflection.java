package locality.intervention.deflection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.BiFunction;
import locality.platform.caller.Caller;
import locality.platform.event.InterventionEvent.DeflectionPlanned;
import locality.platform.eventlog.EventLog;
import locality.platform.http.EntityTag;
import locality.platform.time.BusinessClock;
import org.jspecify.annotations.Nullable;

/// Changes one plan by one of its own rules: loads it, asks it, stores it, tells of it.
@ApplicationScoped
class ChangeDeflection {

    private final DeflectionPlans plans;
    private final EventLog eventLog;
    private final Clock clock;

    ChangeDeflection(DeflectionPlans plans, EventLog eventLog, Clock clock) {
        this.plans = plans;
        this.eventLog = eventLog;
        this.clock = clock;
    }

    /// @param rule given the plan and today, the change
    @Transactional
    DeflectionPlan handle(
            Caller caller,
            UUID id,
            @Nullable String ifMatch,
            BiFunction<DeflectionPlan, LocalDate, DeflectionPlanned> rule) {
        var plan = plans.lock(caller, id);
        new EntityTag(plan.version).check(ifMatch);
        plans.moveVersion(plan);
        var changed = rule.apply(plan, BusinessClock.today(clock));
        plans.flush();
        eventLog.append(changed);
        return plan;
    }
}
