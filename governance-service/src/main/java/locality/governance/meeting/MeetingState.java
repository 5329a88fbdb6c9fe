package locality.governance.meeting;

import java.util.EnumSet;
import java.util.Set;

/// `PLANNED -> NOTICED -> OPEN -> CLOSED`; before it opens it may be cancelled.
public enum MeetingState {
    PLANNED,
    NOTICED,
    OPEN,
    CLOSED,
    CANCELLED;

    Set<MeetingState> next() {
        return switch (this) {
            case PLANNED -> EnumSet.of(NOTICED, CANCELLED);
            case NOTICED -> EnumSet.of(OPEN, CANCELLED);
            case OPEN -> EnumSet.of(CLOSED);
            case CLOSED, CANCELLED -> EnumSet.noneOf(MeetingState.class);
        };
    }
}
