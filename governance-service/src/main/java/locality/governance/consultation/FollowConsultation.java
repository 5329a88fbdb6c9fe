package locality.governance.consultation;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import locality.governance.function.Functions;
import locality.governance.recorder.Recorder;
import locality.platform.eventlog.EventLog;
import locality.platform.fact.Provenance;
import locality.platform.place.Locality;
import org.jspecify.annotations.Nullable;

/// Plans a consultation and takes it from stage to stage.
@ApplicationScoped
class FollowConsultation {

    private final Consultations consultations;
    private final Functions functions;
    private final List<ConsultedOn> features;
    private final Recorder recorder;
    private final EventLog eventLog;

    FollowConsultation(
            Consultations consultations,
            Functions functions,
            @All List<ConsultedOn> features,
            Recorder recorder,
            EventLog eventLog) {
        this.consultations = consultations;
        this.functions = functions;
        this.features = features;
        this.recorder = recorder;
        this.eventLog = eventLog;
    }

    /// @param plannedOn today when null
    @Transactional
    Consultation plan(
            String reference,
            Locality place,
            Consultation.Planned words,
            @Nullable LocalDate plannedOn,
            Provenance provenance) {
        recorder.requireWriting(place, "locality", place.code());
        if (consultations.lookUp(reference, LockModeType.NONE).isPresent()) {
            throw new ConsultationRefusal.ReferenceTaken("consultation", reference);
        }
        requireOnRecord(place, words.about());
        var on = requirePast("plannedOn", recorder.day(plannedOn, null));
        var consultation = Consultation.planned(reference, place, words, on, provenance);
        consultations.persistAndFlush(consultation);
        eventLog.append(consultation.recorded());
        return consultation;
    }

    /// As a part of a larger transaction, which a refusal does not end.
    void planAnew(Consultation consultation, Consultation.Planned words) {
        if (!consultation.about.equals(words.about())) {
            requireOnRecord(consultation.locality, words.about());
        }
        consultation.plan(words);
        consultations.flush();
        eventLog.append(consultation.recorded());
    }

    @Transactional
    Consultation begin(String idOrReference, @Nullable String ifMatch, StageStep step) {
        var consultation = consultations.requireAlone(idOrReference);
        recorder.requireWriting(consultation.locality, "consultation", idOrReference);
        consultation.requireUnchanged(ifMatch);
        requirePast("effectiveOn", step.begunOn());
        consultation.begin(step);
        consultations.flush();
        eventLog.append(consultation.recorded());
        return consultation;
    }

    private void requireOnRecord(Locality place, Subject about) {
        if (about.type() == Subject.About.FUNCTION) {
            functions.requireKnown(List.of(about.reference()));
            return;
        }
        var type = about.type().name();
        if (features.stream()
                .filter(feature -> feature.type().equals(type))
                .noneMatch(feature -> feature.isOnRecord(place, about.reference()))) {
            throw new ConsultationRefusal.NotOnRecord(type, about.reference());
        }
    }

    private LocalDate requirePast(String field, LocalDate day) {
        if (day.isAfter(recorder.today())) {
            throw new ConsultationRefusal.InTheFuture(field, day, recorder.today());
        }
        return day;
    }
}
