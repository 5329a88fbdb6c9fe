package locality.governance.position;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import locality.governance.recorder.Recorder;
import locality.platform.eventlog.EventLog;

/// Keeps what was said.
@ApplicationScoped
class StatePosition {

    private final Positions positions;
    private final Recorder recorder;
    private final EventLog eventLog;

    StatePosition(Positions positions, Recorder recorder, EventLog eventLog) {
        this.positions = positions;
        this.recorder = recorder;
        this.eventLog = eventLog;
    }

    @Transactional
    Position handle(Position position) {
        recorder.requireWriting(position.locality, "locality", position.locality.code());
        positions.persist(position);
        eventLog.append(position.stated());
        return position;
    }
}
