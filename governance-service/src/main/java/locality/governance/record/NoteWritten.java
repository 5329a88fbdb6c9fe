package locality.governance.record;

import java.time.LocalDate;
import java.util.UUID;
import locality.governance.meeting.Meeting;
import locality.platform.event.EventType;
import locality.platform.event.InternalEvent;
import locality.platform.identifier.Ids;
import locality.platform.place.Locality;

/// That a note was written on an item: the log says who wrote it and when, not what it says.
@EventType("governance.note-written.v1")
record NoteWritten(
        UUID recordId, UUID meetingId, int item, Locality locality, LocalDate effectiveOn)
        implements InternalEvent {

    static NoteWritten on(Meeting meeting, int item) {
        return new NoteWritten(
                Ids.next(), meeting.id(), item, meeting.locality(), meeting.heldOn());
    }

    @Override
    public String subjectType() {
        return "meeting-note";
    }

    @Override
    public String subjectId() {
        return recordId.toString();
    }
}
