package locality.governance.standing;

import java.util.EnumSet;
import java.util.Set;

/// `RAISED -> PLACED -> HELD`; one whose meeting is cancelled waits for another.
enum DeepDiveState {
    RAISED,
    PLACED,
    HELD;

    Set<DeepDiveState> next() {
        return switch (this) {
            case RAISED -> EnumSet.of(PLACED);
            case PLACED -> EnumSet.of(HELD, RAISED);
            case HELD -> EnumSet.noneOf(DeepDiveState.class);
        };
    }
}
