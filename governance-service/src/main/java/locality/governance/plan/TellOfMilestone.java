package locality.governance.plan;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import locality.governance.recorder.Recorder;
import locality.platform.eventlog.EventLog;
import org.jspecify.annotations.Nullable;

/// Tells what milestones now are, each with the day that the baseline that holds has for it, when
/// it can be reached and whether it is critical. Others of which that became another day, or which
/// became critical or no longer are, are told of too.
@ApplicationScoped
class TellOfMilestone {

    private final Plans plans;
    private final Milestones milestones;
    private final Baselines baselines;
    private final Recorder recorder;
    private final EventLog eventLog;

    TellOfMilestone(
            Plans plans,
            Milestones milestones,
            Baselines baselines,
            Recorder recorder,
            EventLog eventLog) {
        this.plans = plans;
        this.milestones = milestones;
        this.baselines = baselines;
        this.recorder = recorder;
        this.eventLog = eventLog;
    }

    /// The dates of a plan, and of all plans it hangs together with, before something changes.
    Map<UUID, Dates> datesBefore(UUID plan) {
        return around(plan).dates(Map.of());
    }

    /// @param changed milestones of the plan, each with the day since when it is what it now is
    /// @param before the dates of it and of the others before they changed
    void handle(UUID plan, Map<Milestone, LocalDate> changed, Map<UUID, Dates> before) {
        if (changed.isEmpty()) {
            return;
        }
        var apart = new LinkedHashSet<>(before.keySet());
        apart.removeAll(tell(plan, changed, before));
        while (!apart.isEmpty()) {
            var one = milestones.findById(apart.getFirst());
            apart.removeAll(tell(one.planId, changed, before));
        }
    }

    /// @return all that now hang together with the plan; what did before may stand apart
    private Set<UUID> tell(UUID plan, Map<Milestone, LocalDate> changed, Map<UUID, Dates> before) {
        var network = around(plan);
        var dates = network.dates(baselineDays(network));
        var last = Collections.max(changed.values());
        for (var one : network.milestones()) {
            var now = requireNonNull(dates.get(one.id));
            var from = changed.get(one);
            if (from == null && isKnockedOn(before.get(one.id), now)) {
                from = last;
            }
            if (from != null) {
                var area = plans.findById(one.planId).titleOrNone(one.area);
                eventLog.append(one.changed(area, now, from));
            }
        }
        return dates.keySet();
    }

    private Network around(UUID plan) {
        var today = recorder.today();
        return Network.of(milestones.around(plan, today), today);
    }

    private static boolean isKnockedOn(@Nullable Dates before, Dates now) {
        return before != null
                && (!Objects.equals(before.early(), now.early())
                        || before.critical() != now.critical());
    }

    private Map<UUID, LocalDate> baselineDays(Network network) {
        var plans =
                network.milestones().stream().map(one -> one.planId).collect(Collectors.toSet());
        var days = new HashMap<UUID, LocalDate>();
        baselines
                .holding(plans, recorder.today())
                .values()
                .forEach(baseline -> days.putAll(baseline.days));
        return days;
    }
}
