package locality.governance.engagement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import locality.governance.recorder.Recorder;
import locality.governance.recorder.References;
import locality.platform.eventlog.EventLog;
import locality.platform.fact.Provenance;
import locality.platform.identifier.Ids;
import org.jspecify.annotations.Nullable;

/// Logs what took place, and puts right what was logged.
@ApplicationScoped
class LogEngagement {

    private final Engagements engagements;
    private final References references;
    private final Recorder recorder;
    private final EventLog eventLog;

    LogEngagement(
            Engagements engagements, References references, Recorder recorder, EventLog eventLog) {
        this.engagements = engagements;
        this.references = references;
        this.recorder = recorder;
        this.eventLog = eventLog;
    }

    /// @param reference null for the next of its kind and locality, as in `ROCHDALE-EVENT-1`
    @Transactional
    Engagement handle(@Nullable String reference, Held held, @Nullable Provenance provenance) {
        recorder.requireWriting(held.locality(), "locality", held.locality().code());
        requireHeld(held);
        var called =
                reference == null
                        ? references.next(
                                "engagement",
                                "%s-%s-".formatted(held.locality().name(), held.kind()))
                        : reference;
        if (engagements.lookUp(called, LockModeType.NONE).isPresent()) {
            throw new EngagementRefusal.ReferenceTaken(called);
        }
        var engagement = new Engagement(Ids.next(), called, held, recorder.provenance(provenance));
        engagements.persistAndFlush(engagement);
        eventLog.append(engagement.told());
        return engagement;
    }

    /// @return whether that differs from what was logged
    @Transactional
    boolean correct(Engagement engagement, Held held) {
        requireHeld(held);
        if (engagement.held().equals(held)) {
            return false;
        }
        engagement.correct(held);
        engagements.flush();
        eventLog.append(engagement.told());
        return true;
    }

    private void requireHeld(Held held) {
        if (held.when().firstDay().isAfter(recorder.today())) {
            throw new EngagementRefusal.InTheFuture(held.when().written(), recorder.today());
        }
    }
}
