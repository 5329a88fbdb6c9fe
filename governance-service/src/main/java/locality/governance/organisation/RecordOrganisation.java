package locality.governance.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import locality.governance.recorder.Recorder;
import locality.platform.eventlog.EventLog;

/// Puts organisations on record, each once.
@ApplicationScoped
class RecordOrganisation {

    private final Organisations organisations;
    private final Recorder recorder;
    private final EventLog eventLog;

    RecordOrganisation(Organisations organisations, Recorder recorder, EventLog eventLog) {
        this.organisations = organisations;
        this.recorder = recorder;
        this.eventLog = eventLog;
    }

    @Transactional
    Organisation handle(Organisation organisation) {
        recorder.requireWriting(organisation.locality, "locality", organisation.locality.code());
        if (organisations.findById(organisation.code) != null) {
            throw new OrganisationRefusal.AlreadyRecorded(organisation.code);
        }
        organisation.requireItsRegisteredKind();
        organisations.persistAndFlush(organisation);
        eventLog.append(organisation.recorded());
        return organisation;
    }

    /// All of them or none.
    @Transactional
    void handle(List<Organisation> all) {
        all.forEach(this::handle);
    }
}
