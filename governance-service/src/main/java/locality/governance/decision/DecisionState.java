package locality.governance.decision;

import java.util.EnumSet;
import java.util.Set;

/// The life of a decision.
enum DecisionState {
    PROPOSED,
    TABLED,
    CARRIED,
    LOST,
    DEFERRED,
    REFERRED,
    WITHDRAWN,
    IN_EFFECT,
    CALLED_IN,
    INVALID,
    RATIFIED,
    SUPERSEDED,
    RESCINDED;

    Set<DecisionState> next() {
        return switch (this) {
            case PROPOSED -> EnumSet.of(TABLED);
            case TABLED -> EnumSet.of(CARRIED, LOST, DEFERRED, REFERRED, WITHDRAWN);
            case DEFERRED -> EnumSet.of(TABLED);
            case CARRIED -> EnumSet.of(IN_EFFECT, CALLED_IN, INVALID);
            case CALLED_IN -> EnumSet.of(IN_EFFECT, PROPOSED);
            case INVALID -> EnumSet.of(RATIFIED);
            case IN_EFFECT -> EnumSet.of(SUPERSEDED, RESCINDED);
            case LOST, REFERRED, WITHDRAWN, RATIFIED, SUPERSEDED, RESCINDED ->
                    EnumSet.noneOf(DecisionState.class);
        };
    }
}
