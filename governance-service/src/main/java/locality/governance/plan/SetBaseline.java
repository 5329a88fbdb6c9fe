package locality.governance.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import locality.governance.decision.ApprovalsInEffect;
import locality.governance.recorder.PersonalData;
import locality.governance.recorder.Recorder;
import locality.platform.eventlog.EventLog;
import locality.platform.fact.Provenance;
import locality.platform.identifier.Ids;
import org.jspecify.annotations.Nullable;

/// Fixes when a plan is to reach what, by a decision about the plan. The first baseline needs one
/// as each after it does; what was fixed before stays, and no forecast changes.
@ApplicationScoped
class SetBaseline {

    private final Plans plans;
    private final Milestones milestones;
    private final Baselines baselines;
    private final ApprovalsInEffect approvals;
    private final Recorder recorder;
    private final TellOfMilestone tellOfMilestone;
    private final EventLog eventLog;

    SetBaseline(
            Plans plans,
            Milestones milestones,
            Baselines baselines,
            ApprovalsInEffect approvals,
            Recorder recorder,
            TellOfMilestone tellOfMilestone,
            EventLog eventLog) {
        this.plans = plans;
        this.milestones = milestones;
        this.baselines = baselines;
        this.approvals = approvals;
        this.recorder = recorder;
        this.tellOfMilestone = tellOfMilestone;
        this.eventLog = eventLog;
    }

    /// @param decision its id or reference; its subject is the plan
    /// @param setOn the day as of which dates are fixed; null for today
    record ToSet(String name, String decision, @Nullable LocalDate setOn, Provenance provenance) {}

    @Transactional
    Baseline handle(String idOrReference, @Nullable String ifMatch, ToSet said) {
        var plan = plans.requireAlone(idOrReference);
        recorder.requireWriting(plan.locality, "plan", idOrReference);
        plan.requireUnchanged(ifMatch);
        PersonalData.requireNone("name", said.name);
        var today = recorder.today();
        var setOn = said.setOn == null ? today : said.setOn;
        if (setOn.isAfter(today)) {
            throw new PlanRefusal.InTheFuture("setOn", setOn, today);
        }
        var baseline =
                Baseline.set(
                        Ids.next(),
                        plan,
                        baselines.of(plan.id),
                        new Baseline.Fixing(
                                said.name,
                                setOn,
                                approvals.require(said.decision, plan.locality),
                                today,
                                said.provenance),
                        Network.of(milestones.upstreamOf(plan, setOn), setOn));
        baselines.persistAndFlush(baseline);
        eventLog.append(plan.changed(baseline, setOn));
        tellOfMilestone.handle(
                plan.id,
                milestones.of(plan.id).stream()
                        .collect(Collectors.toMap(Function.identity(), _ -> setOn)),
                Map.of());
        return baseline;
    }
}
