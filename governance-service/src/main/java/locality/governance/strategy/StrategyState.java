package locality.governance.strategy;

import java.util.EnumSet;
import java.util.Set;

/// `DRAFT -> APPROVED -> SUPERSEDED`; what is not superseded may be withdrawn.
enum StrategyState {
    DRAFT,
    APPROVED,
    SUPERSEDED,
    WITHDRAWN;

    Set<StrategyState> next() {
        return switch (this) {
            case DRAFT -> EnumSet.of(APPROVED, WITHDRAWN);
            case APPROVED -> EnumSet.of(SUPERSEDED, WITHDRAWN);
            case SUPERSEDED, WITHDRAWN -> EnumSet.noneOf(StrategyState.class);
        };
    }
}
