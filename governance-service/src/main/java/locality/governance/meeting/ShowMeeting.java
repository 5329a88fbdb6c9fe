package locality.governance.meeting;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import locality.governance.recorder.Recorder;

/// Shows meetings, with the day by which notice of each is due.
@ApplicationScoped
class ShowMeeting {

    private final NoticeDue noticeDue;
    private final Recorder recorder;

    ShowMeeting(NoticeDue noticeDue, Recorder recorder) {
        this.noticeDue = noticeDue;
        this.recorder = recorder;
    }

    MeetingView of(Meeting meeting) {
        return all(List.of(meeting)).getFirst();
    }

    List<MeetingView> all(List<Meeting> meetings) {
        var due = noticeDue.of(meetings);
        return meetings.stream()
                .map(
                        meeting ->
                                MeetingView.of(
                                        meeting,
                                        due.get(meeting.id),
                                        recorder.seesPeople(meeting.locality)))
                .toList();
    }
}
