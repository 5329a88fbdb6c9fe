package locality.intervention.deflection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import locality.intervention.Entered;
import locality.intervention.register.Interventions;
import locality.platform.caller.Caller;
import locality.platform.eventlog.EventLog;
import locality.platform.identifier.Ids;
import locality.platform.time.BusinessClock;

/// Plans, for one intervention, what is to be kept out of one provider's activity.
@ApplicationScoped
class PlanDeflection {

    private final DeflectionPlans plans;
    private final Interventions interventions;
    private final EventLog eventLog;
    private final Clock clock;

    PlanDeflection(
            DeflectionPlans plans, Interventions interventions, EventLog eventLog, Clock clock) {
        this.plans = plans;
        this.interventions = interventions;
        this.eventLog = eventLog;
        this.clock = clock;
    }

    @Transactional
    DeflectionPlan handle(Caller caller, String idOrReference, DeflectionResource.NewPlan asked) {
        var intervention = interventions.know(caller, idOrReference);
        if (plans.has(intervention.id(), asked.activityType(), asked.provider())) {
            throw new DeflectionRefusal.PlannedAlready(asked.activityType(), asked.provider());
        }
        var plan = new DeflectionPlan();
        plan.id = Ids.next();
        plan.interventionId = intervention.id();
        plan.activityType = asked.activityType();
        plan.provider = asked.provider();
        plan.locality = intervention.locality();
        plan.effectiveOn =
                asked.effectiveOn() == null ? BusinessClock.today(clock) : asked.effectiveOn();
        plan.provenance = Entered.by(caller, asked.provenance());
        var planned =
                plan.draft(asked.tariffPence(), asked.planned(), plan.effectiveOn, plan.provenance);
        plans.persistAndFlush(plan);
        eventLog.append(planned);
        return plan;
    }
}
