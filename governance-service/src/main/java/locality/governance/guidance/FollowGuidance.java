package locality.governance.guidance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import locality.governance.recorder.Recorder;
import locality.platform.eventlog.EventLog;
import locality.platform.http.EntityTag;
import locality.platform.place.Locality;
import org.jspecify.annotations.Nullable;

/// Keeps what guidance is awaited and what sources say has become of it. It is of Greater
/// Manchester as a whole.
@ApplicationScoped
class FollowGuidance {

    private final Guidance guidance;
    private final Recorder recorder;
    private final EventLog eventLog;

    FollowGuidance(Guidance guidance, Recorder recorder, EventLog eventLog) {
        this.guidance = guidance;
        this.recorder = recorder;
        this.eventLog = eventLog;
    }

    @Transactional
    AwaitedGuidance handle(AwaitedGuidance awaited, AwaitedGuidance.Said first) {
        requireWriting(awaited.reference);
        if (guidance.lookUp(awaited.reference).isPresent()) {
            throw new GuidanceRefusal.ReferenceTaken(awaited.reference);
        }
        var told = awaited.say(first);
        guidance.persistAndFlush(awaited);
        eventLog.append(told);
        return awaited;
    }

    @Transactional
    AwaitedGuidance say(String idOrReference, @Nullable String ifMatch, AwaitedGuidance.Said next) {
        requireWriting(idOrReference);
        var awaited = guidance.require(idOrReference);
        new EntityTag(awaited.version).check(ifMatch);
        var told = awaited.say(next);
        guidance.flush();
        eventLog.append(told);
        return awaited;
    }

    private void requireWriting(String idOrReference) {
        recorder.requireWriting(Locality.GREATER_MANCHESTER, "guidance", idOrReference);
    }
}
