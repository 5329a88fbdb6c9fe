package locality.governance.meeting;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import locality.governance.voting.Choice;
import locality.governance.voting.Interest;
import locality.platform.event.EventType;
import locality.platform.event.InternalEvent;
import locality.platform.place.Locality;
import org.jspecify.annotations.Nullable;

/// That something was written into the record of a meeting: the log says who wrote it and when. It
/// names seats, never people, and not what an interest is. Each entry is a subject of its own, so
/// that members who vote at the same moment do not wait for each other.
public sealed interface MeetingRecord extends InternalEvent {
    UUID recordId();

    UUID meetingId();

    @Override
    default String subjectType() {
        return "meeting-record";
    }

    @Override
    default String subjectId() {
        return recordId().toString();
    }

    /// @param decisionId what is to be decided; null for discussion
    @EventType("governance.agenda-written.v1")
    record AgendaWritten(
            UUID recordId,
            UUID meetingId,
            int item,
            @Nullable UUID decisionId,
            Locality locality,
            LocalDate effectiveOn)
            implements MeetingRecord {}

    @EventType("governance.attendance-written.v1")
    record AttendanceWritten(
            UUID recordId,
            UUID meetingId,
            List<String> seats,
            Locality locality,
            LocalDate effectiveOn)
            implements MeetingRecord {}

    @EventType("governance.interest-written.v1")
    record InterestWritten(
            UUID recordId,
            UUID meetingId,
            int item,
            String seat,
            Interest.Effect effect,
            Locality locality,
            LocalDate effectiveOn)
            implements MeetingRecord {}

    @EventType("governance.votes-written.v1")
    record VotesWritten(
            UUID recordId,
            UUID meetingId,
            int item,
            Map<String, Choice> votes,
            Locality locality,
            LocalDate effectiveOn)
            implements MeetingRecord {}

    @EventType("governance.minutes-written.v1")
    record MinutesWritten(
            UUID recordId, UUID meetingId, int version, Locality locality, LocalDate effectiveOn)
            implements MeetingRecord {}
}
