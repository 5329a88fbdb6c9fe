package locality.intervention.contract;

import java.util.EnumSet;
import java.util.Set;

/// `TRANSFERRED -> LISTED -> IN_CONTRACT -> EXITED`; what cannot be listed is REFUSED, and listed
/// when it is handed over again once the reason is gone. What has not exited is WITHDRAWN when its
/// gateway takes it back.
enum ScopeState {
    TRANSFERRED,
    LISTED,
    IN_CONTRACT,
    EXITED,
    REFUSED,
    WITHDRAWN;

    /// What a contract has once, whichever item brought it.
    static final Set<ScopeState> IN_SCOPE = EnumSet.of(LISTED, IN_CONTRACT);

    Set<ScopeState> next() {
        return switch (this) {
            case TRANSFERRED -> EnumSet.of(LISTED, REFUSED, WITHDRAWN);
            case LISTED -> EnumSet.of(IN_CONTRACT, EXITED, WITHDRAWN);
            case IN_CONTRACT -> EnumSet.of(EXITED, WITHDRAWN);
            case REFUSED -> EnumSet.of(TRANSFERRED, WITHDRAWN);
            case EXITED, WITHDRAWN -> EnumSet.noneOf(ScopeState.class);
        };
    }
}
