package locality.governance.minutes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import locality.governance.meeting.Meeting;
import locality.governance.meeting.MeetingState;
import locality.governance.meeting.Meetings;
import locality.governance.recorder.Recorder;
import locality.platform.eventlog.EventLog;
import org.jspecify.annotations.Nullable;

/// Takes minutes as approved by a later meeting of the body or of one that took over from it, and
/// freezes the record they are of.
@ApplicationScoped
class ApproveMinutes {

    private final Meetings meetings;
    private final MinutesOnRecord minutes;
    private final ComposeMinutes compose;
    private final Heirs heirs;
    private final Recorder recorder;
    private final EventLog eventLog;

    ApproveMinutes(
            Meetings meetings,
            MinutesOnRecord minutes,
            ComposeMinutes compose,
            Heirs heirs,
            Recorder recorder,
            EventLog eventLog) {
        this.meetings = meetings;
        this.minutes = minutes;
        this.compose = compose;
        this.heirs = heirs;
        this.recorder = recorder;
        this.eventLog = eventLog;
    }

    /// @param approvedAt the later meeting, by id or reference
    /// @param version the one it approved; null for the last, or for what the record itself says
    ///   when nobody wrote any
    @Transactional
    Meeting handle(
            String idOrReference,
            @Nullable String ifMatch,
            String approvedAt,
            @Nullable Integer version) {
        var meeting = meetings.requireAlone(idOrReference);
        recorder.requireWriting(meeting.locality(), "meeting", idOrReference);
        meeting.requireUnchanged(ifMatch);
        var later = meetings.require(approvedAt);
        recorder.requireReading(later.locality(), "meeting", approvedAt);
        if (meeting.state() == MeetingState.CLOSED) {
            requireToApprove(meeting, later);
        }
        var told = meeting.approveMinutes(later, versionOf(meeting, version));
        minutes.keep(meeting.id(), compose.of(meeting));
        meetings.flush();
        eventLog.append(told);
        return meeting;
    }

    private void requireToApprove(Meeting meeting, Meeting later) {
        if (!heirs.isOf(later.bodyId(), meeting.bodyId(), later.heldOn())) {
            throw new MinutesRefusal.ByAnotherBody(
                    meeting.reference(), meeting.bodyName(), later.reference(), later.bodyName());
        }
        if (!later.state().isHeld()) {
            throw new MinutesRefusal.NotHeld(later.reference(), later.state());
        }
        if (!later.startsAt().isAfter(meeting.startsAt())) {
            throw new MinutesRefusal.NotLater(
                    meeting.reference(), meeting.startsAt(), later.reference(), later.startsAt());
        }
    }

    private @Nullable Integer versionOf(Meeting meeting, @Nullable Integer asked) {
        int last = minutes.next(meeting.id()) - 1;
        if (asked != null && (asked < 1 || asked > last)) {
            throw new MinutesRefusal.NoSuchVersion(meeting.reference(), asked);
        }
        return asked != null ? asked : last == 0 ? null : Integer.valueOf(last);
    }
}
