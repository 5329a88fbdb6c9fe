package locality.governance.meeting;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import locality.governance.authority.Standing;
import locality.governance.body.BodyOnDate;
import locality.platform.fact.Provenance;
import locality.platform.place.Locality;

/// A meeting of Manchester's Health and Wellbeing Board on 14 May 2014, as rule tests tell it.
public final class AMeeting {

    public static final LocalDate DAY = LocalDate.of(2014, 5, 14);

    static final LocalDateTime START = DAY.atTime(10, 0);

    private AMeeting() {}

    public static BodyOnDate board() {
        return new BodyOnDate(
                UUID.randomUUID(),
                "MCR-HWBB",
                "Health and Wellbeing Board",
                null,
                Locality.MANCHESTER,
                DAY,
                Standing.ESTABLISHED,
                null,
                null,
                List.of());
    }

    public static Meeting open() {
        return in(MeetingState.OPEN);
    }

    public static Meeting closed() {
        return in(MeetingState.CLOSED);
    }

    public static Meeting cancelled() {
        return in(MeetingState.CANCELLED);
    }

    static Meeting in(MeetingState state) {
        var meeting =
                Meeting.planned(
                        UUID.randomUUID(),
                        "MCR-HWBB-2014-05-14",
                        board(),
                        new Schedule(START, null, null, false),
                        Provenance.illustrative());
        meeting.state = state;
        if (state.isHeld()) {
            meeting.sittings.had.add(Sitting.first(START, null, DAY.minusDays(9)));
        }
        if (state == MeetingState.ADJOURNED) {
            meeting.sittings.had.set(
                    0,
                    meeting.sittings
                            .had
                            .getFirst()
                            .adjourned(START.plusHours(2), "No quorum", null));
        }
        return meeting;
    }
}
