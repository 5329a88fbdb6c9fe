package locality.intervention.register;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.function.BiFunction;
import locality.platform.caller.Caller;
import locality.platform.event.InterventionEvent.InterventionChanged;
import locality.platform.eventlog.EventLog;
import locality.platform.http.EntityTag;
import locality.platform.time.BusinessClock;
import org.jspecify.annotations.Nullable;

/// Changes one intervention by one of its own rules: loads it, asks it, stores it, tells of it.
@ApplicationScoped
class ChangeIntervention {

    private final Interventions interventions;
    private final EventLog eventLog;
    private final Clock clock;

    ChangeIntervention(Interventions interventions, EventLog eventLog, Clock clock) {
        this.interventions = interventions;
        this.eventLog = eventLog;
        this.clock = clock;
    }

    /// @param rule given the intervention and today, the change
    @Transactional
    Intervention handle(
            Caller caller,
            String idOrReference,
            @Nullable String ifMatch,
            BiFunction<Intervention, LocalDate, InterventionChanged> rule) {
        var intervention = interventions.lock(caller, idOrReference);
        new EntityTag(intervention.version).check(ifMatch);
        var changed = rule.apply(intervention, BusinessClock.today(clock));
        interventions.flush();
        eventLog.append(changed);
        return intervention;
    }
}
