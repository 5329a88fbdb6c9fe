package locality.governance.meeting;

import java.util.Arrays;
import java.util.List;
import locality.platform.http.Csv;
import org.jspecify.annotations.Nullable;

/// Meetings as a spreadsheet, one a row. It goes out only: meetings are planned one by one, or as
/// the calendar of a body.
final class MeetingSheet {

    private static final List<String> COLUMNS =
            List.of(
                    "reference",
                    "body",
                    "bodyName",
                    "startsAt",
                    "endsAt",
                    "place",
                    "openToPublic",
                    "state",
                    "noticeDueBy",
                    "noticedOn",
                    "items",
                    "movedBecause",
                    "cancelReason",
                    "minutesApprovedOn");

    private MeetingSheet() {}

    static String write(List<MeetingView> meetings) {
        return Csv.write(COLUMNS, meetings.stream().map(MeetingSheet::cells).toList());
    }

    private static List<@Nullable Object> cells(MeetingView meeting) {
        return Arrays.asList(
                meeting.reference(),
                meeting.body().reference(),
                meeting.body().name(),
                meeting.startsAt(),
                meeting.endsAt(),
                meeting.place(),
                meeting.openToPublic(),
                meeting.state(),
                meeting.noticeDueBy(),
                meeting.noticedOn(),
                meeting.items().size(),
                meeting.movedBecause(),
                meeting.cancelReason(),
                meeting.minutes() == null ? null : meeting.minutes().approvedOn());
    }
}
