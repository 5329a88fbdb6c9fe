package locality.governance.record;

import locality.governance.validity.Outcome;
import org.jspecify.annotations.Nullable;

/// What became of an item: what the votes say, or what the chair declared.
enum OutcomeGiven {
    BY_VOTES(null),
    CARRIED(Outcome.CARRIED),
    LOST(Outcome.LOST),
    DEFERRED(Outcome.DEFERRED),
    REFERRED(Outcome.REFERRED),
    WITHDRAWN(Outcome.WITHDRAWN);

    private final @Nullable Outcome declared;

    OutcomeGiven(@Nullable Outcome declared) {
        this.declared = declared;
    }

    @Nullable Outcome declared() {
        return declared;
    }

    static OutcomeGiven of(@Nullable Outcome declared) {
        return declared == null ? BY_VOTES : valueOf(declared.name());
    }
}
