package locality.governance.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import locality.governance.body.BodyRegister;
import locality.governance.recorder.Recorder;
import locality.platform.eventlog.EventLog;
import locality.platform.fact.Provenance;
import locality.platform.identifier.Ids;
import locality.platform.place.Locality;
import org.jspecify.annotations.Nullable;

/// Makes a plan, and adds to what it says.
@ApplicationScoped
class ChangePlan {

    private final Plans plans;
    private final Baselines baselines;
    private final BodyRegister bodies;
    private final Recorder recorder;
    private final EventLog eventLog;

    ChangePlan(
            Plans plans,
            Baselines baselines,
            BodyRegister bodies,
            Recorder recorder,
            EventLog eventLog) {
        this.plans = plans;
        this.baselines = baselines;
        this.bodies = bodies;
        this.recorder = recorder;
        this.eventLog = eventLog;
    }

    /// What a plan is, when it is made.
    ///
    /// @param body the id or reference of the body whose it is
    /// @param locality the body's, or left out; one of the two is given
    /// @param madeOn null for today
    record ToMake(
            String reference,
            String title,
            @Nullable String body,
            @Nullable Locality locality,
            @Nullable LocalDate madeOn,
            List<Plan.NewArea> areas,
            List<Plan.NewObjective> objectives,
            List<Plan.NewInterdependency> interdependencies,
            Provenance provenance) {}

    @Transactional
    Plan make(ToMake said) {
        var plan = new Plan();
        plan.id = Ids.next();
        plan.reference = said.reference;
        plan.retitle(said.title);
        plan.madeOn = past(said.madeOn);
        plan.provenance = said.provenance;
        place(plan, said);
        if (plans.isTaken(said.reference)) {
            throw new PlanRefusal.ReferenceTaken(said.reference);
        }
        plan.addAreas(said.areas);
        plan.addObjectives(said.objectives);
        plan.addInterdependencies(said.interdependencies);
        plans.persistAndFlush(plan);
        eventLog.append(plan.changed(null, plan.madeOn));
        return plan;
    }

    @Transactional
    Plan retitle(String plan, @Nullable String ifMatch, String title) {
        return change(plan, ifMatch, found -> found.retitle(title));
    }

    @Transactional
    Plan addAreas(String plan, @Nullable String ifMatch, List<Plan.NewArea> areas) {
        return change(plan, ifMatch, found -> found.addAreas(areas));
    }

    @Transactional
    Plan addObjectives(String plan, @Nullable String ifMatch, List<Plan.NewObjective> objectives) {
        return change(plan, ifMatch, found -> found.addObjectives(objectives));
    }

    @Transactional
    Plan addInterdependencies(
            String plan,
            @Nullable String ifMatch,
            List<Plan.NewInterdependency> interdependencies) {
        return change(plan, ifMatch, found -> found.addInterdependencies(interdependencies));
    }

    private Plan change(String idOrReference, @Nullable String ifMatch, Consumer<Plan> change) {
        var plan = plans.requireAlone(idOrReference);
        recorder.requireWriting(plan.locality, "plan", idOrReference);
        plan.requireUnchanged(ifMatch);
        change.accept(plan);
        plans.flush();
        var today = recorder.today();
        eventLog.append(plan.changed(baselines.holding(plan.id, today).orElse(null), today));
        return plan;
    }

    private void place(Plan plan, ToMake said) {
        var body = said.body == null ? null : bodies.requireForWriting(said.body, plan.madeOn);
        if (body == null && said.locality == null) {
            throw new PlanRefusal.NoPlace();
        }
        if (body != null) {
            plan.bodyId = body.id();
            plan.bodyReference = body.reference();
            plan.locality = body.locality();
        }
        if (body != null && said.locality != null && said.locality != body.locality()) {
            throw new PlanRefusal.BodyElsewhere(
                    body.reference(), body.locality().code(), said.locality.code());
        }
        if (said.locality != null) {
            plan.locality = said.locality;
        }
        recorder.requireWriting(plan.locality, "place", plan.locality.code());
    }

    /// Today when no day is given.
    private LocalDate past(@Nullable LocalDate day) {
        var today = recorder.today();
        if (day != null && day.isAfter(today)) {
            throw new PlanRefusal.InTheFuture("madeOn", day, today);
        }
        return day == null ? today : day;
    }
}
