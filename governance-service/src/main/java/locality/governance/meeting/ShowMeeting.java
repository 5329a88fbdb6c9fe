package locality.governance.meeting;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/// Shows meetings, with the day by which notice of each is due.
@ApplicationScoped
class ShowMeeting {

    private final NoticeDue noticeDue;

    ShowMeeting(NoticeDue noticeDue) {
        this.noticeDue = noticeDue;
    }

    MeetingView of(Meeting meeting) {
        return all(List.of(meeting)).getFirst();
    }

    List<MeetingView> all(List<Meeting> meetings) {
        var due = noticeDue.of(meetings);
        return meetings.stream()
                .map(meeting -> MeetingView.of(meeting, due.get(meeting.id)))
                .toList();
    }
}
