package locality.intervention.contract;

import java.util.EnumSet;
import java.util.Set;

/// `TRANSFERRED -> LISTED -> IN_CONTRACT -> EXITED`; what cannot be listed is REFUSED, and listed
/// when it is handed over again once the reason is gone.
enum ScopeState {
    TRANSFERRED,
    LISTED,
    IN_CONTRACT,
    EXITED,
    REFUSED;

    /// What a contract has once, whichever item brought it.
    static final Set<ScopeState> IN_SCOPE = EnumSet.of(LISTED, IN_CONTRACT);

    Set<ScopeState> next() {
        return switch (this) {
            case TRANSFERRED -> EnumSet.of(LISTED, REFUSED);
            case LISTED -> EnumSet.of(IN_CONTRACT, EXITED);
            case IN_CONTRACT -> EnumSet.of(EXITED);
            case REFUSED -> EnumSet.of(TRANSFERRED);
            case EXITED -> EnumSet.noneOf(ScopeState.class);
        };
    }
}
