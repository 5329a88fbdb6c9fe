package locality.governance.dispute;

import java.util.EnumSet;
import java.util.Set;

/// `RAISED -> REFERRED -> RESOLVED`; until it is resolved it may be withdrawn.
enum DisputeState {
    RAISED,
    REFERRED,
    RESOLVED,
    WITHDRAWN;

    Set<DisputeState> next() {
        return switch (this) {
            case RAISED -> EnumSet.of(REFERRED, WITHDRAWN);
            case REFERRED -> EnumSet.of(RESOLVED, WITHDRAWN);
            case RESOLVED, WITHDRAWN -> EnumSet.noneOf(DisputeState.class);
        };
    }

    boolean isOpen() {
        return !next().isEmpty();
    }
}
