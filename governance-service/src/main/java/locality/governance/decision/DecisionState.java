package locality.governance.decision;

import java.util.Collections;
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

    /// Carried and valid: what it is about counts against limits and its subject's total, whether
    /// it is in effect already or scrutiny may still send it back.
    static final Set<DecisionState> COUNTING =
            Collections.unmodifiableSet(EnumSet.of(CARRIED, CALLED_IN, IN_EFFECT, RATIFIED));

    /// Somebody is still to say something on it.
    static final Set<DecisionState> LIVE =
            Collections.unmodifiableSet(EnumSet.of(PROPOSED, TABLED, DEFERRED, CARRIED, CALLED_IN));

    /// It binds, now.
    boolean binds() {
        return this == IN_EFFECT || this == RATIFIED;
    }

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
