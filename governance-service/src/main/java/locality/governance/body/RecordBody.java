package locality.governance.body;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import locality.governance.organisation.Organisations;
import locality.governance.recorder.Recorder;
import locality.platform.event.GovernanceEvent;
import locality.platform.eventlog.EventLog;
import org.jspecify.annotations.Nullable;

/// Puts a body on record with its life so far, the places it serves and its sunset.
@ApplicationScoped
class RecordBody {

    private final Bodies bodies;
    private final Organisations organisations;
    private final Recorder recorder;
    private final EventLog eventLog;

    RecordBody(Bodies bodies, Organisations organisations, Recorder recorder, EventLog eventLog) {
        this.bodies = bodies;
        this.organisations = organisations;
        this.recorder = recorder;
        this.eventLog = eventLog;
    }

    /// @param life its history so far, in order
    /// @param sunset null for a body that is to last
    @Transactional
    Body handle(Body body, List<Step> life, List<ServedPlace> places, @Nullable Sunset sunset) {
        recorder.requireWriting(body.locality, "locality", body.locality.code());
        organisations.requireOnRecord(body.organisation);
        if (bodies.lookUp(body.reference).isPresent()) {
            throw new BodyRefusal.ReferenceTaken(body.reference);
        }
        var told = new ArrayList<GovernanceEvent>();
        life.forEach(
                step -> told.add(body.become(step.state(), step.effectiveOn(), step.provenance())));
        places.forEach(place -> told.add(body.serve(place)));
        if (sunset != null) {
            told.addAll(body.limit(sunset, recorder.today()));
        }
        bodies.persistAndFlush(body);
        told.forEach(eventLog::append);
        return body;
    }
}
