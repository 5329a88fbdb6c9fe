package locality.governance.gateway;

import java.util.EnumSet;
import java.util.Set;

/// How far an item of a gateway's scope is on its way into the contract. From TRANSFERRED on it is
/// what intervention-service answers; what was REFUSED is tried again or withdrawn. What was told
/// ahead of its day may be withdrawn until that day.
enum ScopeState {
    PROPOSED,
    TRANSFERRED,
    LISTED,
    IN_CONTRACT,
    REFUSED,
    EXITED,
    WITHDRAWN;

    Set<ScopeState> next() {
        return switch (this) {
            case PROPOSED, REFUSED -> EnumSet.of(TRANSFERRED, WITHDRAWN);
            case TRANSFERRED -> EnumSet.of(LISTED, IN_CONTRACT, REFUSED, EXITED, WITHDRAWN);
            case LISTED -> EnumSet.of(IN_CONTRACT, EXITED, WITHDRAWN);
            case IN_CONTRACT -> EnumSet.of(EXITED);
            case EXITED, WITHDRAWN -> EnumSet.noneOf(ScopeState.class);
        };
    }

    /// Whether nothing more is to be done about it.
    boolean isSettled() {
        return this == IN_CONTRACT || this == EXITED || this == WITHDRAWN;
    }
}
