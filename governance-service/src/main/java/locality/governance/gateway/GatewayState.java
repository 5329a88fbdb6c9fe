package locality.governance.gateway;

import java.util.EnumSet;
import java.util.Set;

/// `PLANNED -> DUE_DILIGENCE -> FOR_DECISION -> PASSED / PASSED_WITH_CONDITIONS / NOT_PASSED /
/// DEFERRED`; the last two go back to due diligence, and what was passed is closed in the end.
enum GatewayState {
    PLANNED,
    DUE_DILIGENCE,
    FOR_DECISION,
    PASSED,
    PASSED_WITH_CONDITIONS,
    NOT_PASSED,
    DEFERRED,
    CLOSED;

    Set<GatewayState> next() {
        return switch (this) {
            case PLANNED, NOT_PASSED, DEFERRED -> EnumSet.of(DUE_DILIGENCE);
            case DUE_DILIGENCE -> EnumSet.of(FOR_DECISION);
            case FOR_DECISION -> EnumSet.of(PASSED, PASSED_WITH_CONDITIONS, NOT_PASSED, DEFERRED);
            case PASSED, PASSED_WITH_CONDITIONS -> EnumSet.of(CLOSED);
            case CLOSED -> EnumSet.noneOf(GatewayState.class);
        };
    }

    boolean hasPassed() {
        return this == PASSED || this == PASSED_WITH_CONDITIONS || this == CLOSED;
    }

    /// Whether what it is to pass may still change: a body decides on what was put to it.
    boolean takesScope() {
        return this != FOR_DECISION && !hasPassed();
    }

    /// Whether conditions may be added. The plan that meets them may be made after it was passed
    /// with some; what was passed without any takes none afterwards.
    boolean takesConditions() {
        return this != PASSED && this != CLOSED;
    }
}
