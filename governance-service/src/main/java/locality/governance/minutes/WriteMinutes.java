package locality.governance.minutes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import locality.governance.meeting.Meeting;
import locality.governance.meeting.MeetingRecord;
import locality.governance.meeting.Meetings;
import locality.governance.recorder.PersonalData;
import locality.governance.recorder.Recorder;
import locality.platform.eventlog.EventLog;
import locality.platform.fact.Provenance;
import locality.platform.identifier.Ids;
import org.jspecify.annotations.Nullable;

/// Writes a version of a meeting's minutes down, from its opening to their approval.
@ApplicationScoped
class WriteMinutes {

    private final Meetings meetings;
    private final MinutesOnRecord minutes;
    private final Recorder recorder;
    private final EventLog eventLog;

    WriteMinutes(Meetings meetings, MinutesOnRecord minutes, Recorder recorder, EventLog eventLog) {
        this.meetings = meetings;
        this.minutes = minutes;
        this.recorder = recorder;
        this.eventLog = eventLog;
    }

    /// @param sha256 of what the link leads to; null with a text
    record Draft(@Nullable String text, @Nullable String link, @Nullable String sha256) {}

    @Transactional
    Meeting handle(
            String idOrReference, @Nullable String ifMatch, Draft draft, Provenance provenance) {
        var meeting = meetings.requireAlone(idOrReference);
        recorder.requireWriting(meeting.locality(), "meeting", idOrReference);
        meeting.requireUnchanged(ifMatch);
        PersonalData.requireNone("text", draft.text);
        switch (meeting.state()) {
            case OPEN, ADJOURNED, CLOSED -> {}
            case PLANNED, NOTICED, CANCELLED, MINUTES_APPROVED ->
                    throw new MinutesRefusal.NotYet(
                            "minutes are written once it has opened, until they are approved",
                            meeting.state());
        }
        int version = minutes.next(meeting.id());
        minutes.persistAndFlush(
                Minutes.written(
                        new MinutesId(meeting.id(), version),
                        draft.text,
                        draft.link,
                        draft.sha256,
                        provenance));
        eventLog.append(
                new MeetingRecord.MinutesWritten(
                        Ids.next(), meeting.id(), version, meeting.locality(), meeting.heldOn()));
        return meeting;
    }
}
