package locality.governance.action;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.function.Consumer;
import locality.governance.recorder.Recorder;
import locality.platform.eventlog.EventLog;
import locality.platform.fact.Provenance;
import org.jspecify.annotations.Nullable;

/// Takes an action from where it is to its end.
@ApplicationScoped
class CarryOutAction {

    private final Actions actions;
    private final Recorder recorder;
    private final EventLog eventLog;

    CarryOutAction(Actions actions, Recorder recorder, EventLog eventLog) {
        this.actions = actions;
        this.recorder = recorder;
        this.eventLog = eventLog;
    }

    /// Which action, on which day, and who says so.
    ///
    /// @param action its id or reference
    /// @param ifMatch the version of it the caller read
    record At(String action, @Nullable String ifMatch, LocalDate on, Provenance provenance) {}

    @Transactional
    Action start(At at) {
        return change(at, action -> action.start(at.on, at.provenance));
    }

    @Transactional
    Action complete(At at, String note, @Nullable String evidence) {
        return change(at, action -> action.complete(at.on, note, evidence, at.provenance));
    }

    /// @param by the id or reference of the action that takes its place
    @Transactional
    Action supersede(At at, String by) {
        return change(
                at,
                action -> {
                    var successor = actions.require(by);
                    recorder.requireReading(successor.locality, "action", by);
                    action.supersede(successor, at.on, at.provenance);
                });
    }

    @Transactional
    Action move(At at, Due due, String reason) {
        return change(at, action -> action.move(due, at.on, reason, at.provenance));
    }

    private Action change(At at, Consumer<Action> step) {
        var action = actions.requireAlone(at.action);
        recorder.requireWriting(action.locality, "action", at.action);
        action.requireUnchanged(at.ifMatch);
        if (at.on.isAfter(recorder.today())) {
            throw new ActionRefusal.InTheFuture("effectiveOn", at.on, recorder.today());
        }
        step.accept(action);
        actions.flush();
        eventLog.append(action.changed());
        return action;
    }
}
