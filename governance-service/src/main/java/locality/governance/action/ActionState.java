package locality.governance.action;

import java.util.EnumSet;
import java.util.Set;

/// `OPEN -> IN_PROGRESS -> COMPLETE / SUPERSEDED`; what was never started may be completed or
/// superseded too.
enum ActionState {
    OPEN,
    IN_PROGRESS,
    COMPLETE,
    SUPERSEDED;

    Set<ActionState> next() {
        return switch (this) {
            case OPEN -> EnumSet.of(IN_PROGRESS, COMPLETE, SUPERSEDED);
            case IN_PROGRESS -> EnumSet.of(COMPLETE, SUPERSEDED);
            case COMPLETE, SUPERSEDED -> EnumSet.noneOf(ActionState.class);
        };
    }

    boolean isUnfinished() {
        return this == OPEN || this == IN_PROGRESS;
    }
}
