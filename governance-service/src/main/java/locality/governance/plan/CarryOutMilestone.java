package locality.governance.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import locality.governance.recorder.Recorder;
import locality.platform.fact.Provenance;
import org.jspecify.annotations.Nullable;

/// Takes a milestone from where it is to its end, and moves when it is expected.
@ApplicationScoped
class CarryOutMilestone {

    private final Milestones milestones;
    private final Plans plans;
    private final Recorder recorder;
    private final TellOfMilestone tellOfMilestone;
    private final TransactionSynchronizationRegistry transaction;

    CarryOutMilestone(
            Milestones milestones,
            Plans plans,
            Recorder recorder,
            TellOfMilestone tellOfMilestone,
            TransactionSynchronizationRegistry transaction) {
        this.milestones = milestones;
        this.plans = plans;
        this.recorder = recorder;
        this.tellOfMilestone = tellOfMilestone;
        this.transaction = transaction;
    }

    /// Which milestone, on which day, and who says so.
    ///
    /// @param milestone its id or reference
    /// @param ifMatch the version of it the caller read
    record At(String milestone, @Nullable String ifMatch, LocalDate on, Provenance provenance) {}

    @Transactional
    Milestone start(At at) {
        return change(at, milestone -> milestone.start(at.on, at.provenance));
    }

    @Transactional
    Milestone achieve(At at, @Nullable String note, @Nullable String evidence) {
        return change(at, milestone -> milestone.achieve(at.on, note, evidence, at.provenance));
    }

    @Transactional
    Milestone cancel(At at, String reason) {
        return change(at, milestone -> milestone.cancel(at.on, reason, at.provenance));
    }

    @Transactional
    Milestone move(At at, Forecast forecast, String reason) {
        return change(at, milestone -> milestone.move(forecast, at.on, reason, at.provenance));
    }

    /// What moving a forecast would do to all that waits for the milestone, in other plans too. It
    /// is moved, and then it is not: so nothing is shown that the move itself would refuse.
    @Transactional
    KnockOn preview(At at, Forecast forecast, String reason) {
        var moved = milestones.require(at.milestone);
        recorder.requireWriting(moved.locality, "milestone", at.milestone);
        var affected =
                milestones.downstream(List.of(moved.id), recorder.today()).stream()
                        .filter(one -> recorder.shown(null).contains(one.locality))
                        .toList();
        var before = dates(affected);
        move(at, forecast, reason);
        var after = dates(affected);
        transaction.setRollbackOnly();
        return KnockOn.of(moved, affected, before, after);
    }

    private Map<UUID, Dates> dates(List<Milestone> of) {
        var today = recorder.today();
        var all = milestones.upstream(of.stream().map(one -> one.id).toList(), today);
        return Network.of(all, today).dates(Map.of());
    }

    private Milestone change(At at, Consumer<Milestone> step) {
        var plan = plans.requireAlone(milestones.planOf(at.milestone).toString());
        var milestone = milestones.requireAlone(at.milestone);
        recorder.requireWriting(milestone.locality, "milestone", at.milestone);
        milestone.requireUnchanged(at.ifMatch);
        if (at.on.isAfter(recorder.today())) {
            throw new PlanRefusal.InTheFuture("effectiveOn", at.on, recorder.today());
        }
        var before = tellOfMilestone.datesBefore(plan.id);
        step.accept(milestone);
        milestones.flush();
        tellOfMilestone.handle(plan.id, Map.of(milestone, at.on), before);
        return milestone;
    }
}
