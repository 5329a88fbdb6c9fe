package locality.governance.plan;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import locality.governance.recorder.Recorder;
import locality.platform.eventlog.EventLog;

/// Tells what milestones of a plan now are, each with the day that the baseline that holds has for
/// it.
@ApplicationScoped
class TellOfMilestone {

    private final Baselines baselines;
    private final Recorder recorder;
    private final EventLog eventLog;

    TellOfMilestone(Baselines baselines, Recorder recorder, EventLog eventLog) {
        this.baselines = baselines;
        this.recorder = recorder;
        this.eventLog = eventLog;
    }

    void handle(Plan plan, Collection<Milestone> milestones) {
        var days =
                baselines
                        .holding(plan.id, recorder.today())
                        .map(baseline -> baseline.days)
                        .orElse(Map.of());
        milestones.forEach(
                one -> eventLog.append(one.changed(plan.titleOrNone(one.area), days.get(one.id))));
    }
}
