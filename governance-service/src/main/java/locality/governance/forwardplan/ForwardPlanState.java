package locality.governance.forwardplan;

import java.util.EnumSet;
import java.util.Set;

/// `PLANNED -> TABLED -> DECIDED`; what is not tabled may be taken off the plan, and what was
/// tabled without being settled is expected again.
enum ForwardPlanState {
    PLANNED,
    TABLED,
    DECIDED,
    WITHDRAWN;

    Set<ForwardPlanState> next() {
        return switch (this) {
            case PLANNED -> EnumSet.of(TABLED, WITHDRAWN);
            case TABLED -> EnumSet.of(DECIDED, PLANNED);
            case DECIDED, WITHDRAWN -> EnumSet.noneOf(ForwardPlanState.class);
        };
    }
}
