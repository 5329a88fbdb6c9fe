package locality.governance.consultation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.UUID;
import locality.governance.recorder.Recorder;
import locality.platform.eventlog.EventLog;
import locality.platform.fact.Provenance;
import locality.platform.place.Locality;
import org.jspecify.annotations.Nullable;

/// Plans what is to be told, and records that it was.
@ApplicationScoped
class FollowCommunication {

    private final Communications communications;
    private final Consultations consultations;
    private final Recorder recorder;
    private final EventLog eventLog;

    FollowCommunication(
            Communications communications,
            Consultations consultations,
            Recorder recorder,
            EventLog eventLog) {
        this.communications = communications;
        this.consultations = consultations;
        this.recorder = recorder;
        this.eventLog = eventLog;
    }

    /// What is only planned is told to nobody outside yet.
    ///
    /// @param consultation it belongs to, by id or reference; null for none
    @Transactional
    Communication plan(
            String reference,
            Locality place,
            Message message,
            @Nullable String consultation,
            Provenance provenance) {
        recorder.requireWriting(place, "locality", place.code());
        if (communications.lookUp(reference, LockModeType.NONE).isPresent()) {
            throw new ConsultationRefusal.ReferenceTaken("communication", reference);
        }
        var planned =
                Communication.planned(
                        reference, place, message, consultation(consultation), provenance);
        communications.persistAndFlush(planned);
        return planned;
    }

    private @Nullable UUID consultation(@Nullable String idOrReference) {
        if (idOrReference == null) {
            return null;
        }
        var found = consultations.require(idOrReference);
        recorder.requireWriting(found.locality, "consultation", idOrReference);
        return found.id;
    }

    @Transactional
    Communication done(
            String idOrReference,
            @Nullable String ifMatch,
            LocalDate on,
            @Nullable Integer reached) {
        var communication = communications.requireAlone(idOrReference);
        recorder.requireWriting(communication.locality, "communication", idOrReference);
        communication.requireUnchanged(ifMatch);
        done(communication, on, reached);
        return communication;
    }

    /// As a part of a larger transaction, which a refusal does not end.
    void done(Communication communication, LocalDate on, @Nullable Integer reached) {
        if (on.isAfter(recorder.today())) {
            throw new ConsultationRefusal.InTheFuture("doneOn", on, recorder.today());
        }
        communication.done(on, reached);
        communications.flush();
        eventLog.append(communication.recorded());
    }
}
