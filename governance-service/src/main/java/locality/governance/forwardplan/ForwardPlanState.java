package locality.governance.forwardplan;

import java.util.EnumSet;
import java.util.Set;

/// `PLANNED -> TABLED -> DECIDED`; what is not tabled may be taken off the plan.
enum ForwardPlanState {
    PLANNED,
    TABLED,
    DECIDED,
    WITHDRAWN;

    Set<ForwardPlanState> next() {
        return switch (this) {
            case PLANNED -> EnumSet.of(TABLED, WITHDRAWN);
            case TABLED -> EnumSet.of(DECIDED);
            case DECIDED, WITHDRAWN -> EnumSet.noneOf(ForwardPlanState.class);
        };
    }
}
