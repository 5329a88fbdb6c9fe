package locality.governance.meeting;

import java.util.EnumSet;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// `PLANNED -> NOTICED -> OPEN -> CLOSED -> MINUTES_APPROVED`; before it opens it may be cancelled,
/// and while it is open it may be adjourned and resumed any number of times.
@Schema(name = "MeetingState")
public enum MeetingState {
    PLANNED,
    NOTICED,
    OPEN,
    ADJOURNED,
    CLOSED,
    MINUTES_APPROVED,
    CANCELLED;

    Set<MeetingState> next() {
        return switch (this) {
            case PLANNED -> EnumSet.of(NOTICED, CANCELLED);
            case NOTICED -> EnumSet.of(OPEN, CANCELLED);
            case OPEN -> EnumSet.of(ADJOURNED, CLOSED);
            case ADJOURNED -> EnumSet.of(OPEN);
            case CLOSED -> EnumSet.of(MINUTES_APPROVED);
            case MINUTES_APPROVED, CANCELLED -> EnumSet.noneOf(MeetingState.class);
        };
    }

    /// @return the next
    /// @throws MeetingRefusal unless that follows from this one
    MeetingState to(MeetingState next) {
        if (!next().contains(next)) {
            throw new MeetingRefusal.IllegalStep(this, next);
        }
        return next;
    }

    /// Whether it has not opened yet.
    public boolean isAhead() {
        return this == PLANNED || this == NOTICED;
    }

    /// Whether the body met and has finished.
    public boolean isClosed() {
        return this == CLOSED || this == MINUTES_APPROVED;
    }

    /// Whether nothing more is decided at it.
    boolean isOver() {
        return isClosed() || this == CANCELLED;
    }

    /// Whether interests are declared: once it is noticed and until it is closed.
    boolean takesInterests() {
        return this == NOTICED || this == OPEN || this == ADJOURNED;
    }

    /// Whether the body met.
    public boolean isHeld() {
        return switch (this) {
            case OPEN, ADJOURNED, CLOSED, MINUTES_APPROVED -> true;
            case PLANNED, NOTICED, CANCELLED -> false;
        };
    }
}
