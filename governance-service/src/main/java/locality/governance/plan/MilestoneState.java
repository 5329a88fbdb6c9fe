package locality.governance.plan;

import java.util.EnumSet;
import java.util.Set;

/// `PLANNED -> IN_PROGRESS -> ACHIEVED / CANCELLED`; what was never started may be achieved or
/// cancelled too. That it is overdue, or has slipped, is no state: it follows from the day.
enum MilestoneState {
    PLANNED,
    IN_PROGRESS,
    ACHIEVED,
    CANCELLED;

    Set<MilestoneState> next() {
        return switch (this) {
            case PLANNED -> EnumSet.of(IN_PROGRESS, ACHIEVED, CANCELLED);
            case IN_PROGRESS -> EnumSet.of(ACHIEVED, CANCELLED);
            case ACHIEVED, CANCELLED -> EnumSet.noneOf(MilestoneState.class);
        };
    }

    boolean isAhead() {
        return this == PLANNED || this == IN_PROGRESS;
    }
}
