package locality.governance.calendar;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import locality.governance.meeting.Meeting;
import locality.governance.meeting.MeetingState;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A cycle and the meeting that fills it.
///
/// @param from its first day
/// @param until its last day
/// @param meeting null while there is none; for a missed cycle, one that was planned and not opened
@Schema(name = "CycleOfMeetings")
record CycleView(LocalDate from, LocalDate until, State state, @Nullable MeetingOfCycle meeting) {

    @Schema(name = "CycleState")
    enum State {
        /// The body met in it.
        HELD,
        /// A meeting is planned or noticed.
        PLANNED,
        /// Nothing is planned, and it is not over.
        DUE,
        /// It is over, and the body did not meet in it.
        MISSED
    }

    @Schema(name = "MeetingOfCycle")
    record MeetingOfCycle(UUID id, String reference, LocalDateTime startsAt, MeetingState state) {

        static MeetingOfCycle of(Meeting meeting) {
            return new MeetingOfCycle(
                    meeting.id(), meeting.reference(), meeting.startsAt(), meeting.state());
        }
    }

    /// A meeting fills the cycle of the day it first sat, or is to; a cancelled one fills none.
    ///
    /// @param meetings of the body, in the order in which they are held
    static CycleView of(Cycle cycle, List<Meeting> meetings, LocalDate today) {
        var inIt =
                meetings.stream()
                        .filter(meeting -> meeting.state() != MeetingState.CANCELLED)
                        .filter(meeting -> cycle.holds(meeting.firstHeldOn()))
                        .toList();
        var held = inIt.stream().filter(meeting -> meeting.state().isHeld()).findFirst();
        var meeting = held.or(() -> inIt.stream().findFirst());
        return new CycleView(
                cycle.from(),
                cycle.until(),
                held.isPresent()
                        ? State.HELD
                        : cycle.until().isBefore(today)
                                ? State.MISSED
                                : inIt.isEmpty() ? State.DUE : State.PLANNED,
                meeting.map(MeetingOfCycle::of).orElse(null));
    }
}
