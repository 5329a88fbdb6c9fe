package locality.governance.body;

import java.util.EnumSet;
import java.util.Set;
import locality.governance.authority.Standing;

/// The life of a body: `PROPOSED -> SHADOW -> ESTABLISHED -> DISSOLVED`, with short cuts.
public enum BodyState {
    PROPOSED(Standing.NOT_CONSTITUTED),
    SHADOW(Standing.SHADOW),
    ESTABLISHED(Standing.ESTABLISHED),
    DISSOLVED(Standing.DISSOLVED);

    private final Standing standing;

    BodyState(Standing standing) {
        this.standing = standing;
    }

    Standing standing() {
        return standing;
    }

    boolean mayBecome(BodyState next) {
        return switch (this) {
            case PROPOSED -> next != PROPOSED;
            case SHADOW -> next == ESTABLISHED || next == DISSOLVED;
            case ESTABLISHED -> next == DISSOLVED;
            case DISSOLVED -> false;
        };
    }

    Set<BodyState> next() {
        var next = EnumSet.allOf(BodyState.class);
        next.removeIf(state -> !mayBecome(state));
        return next;
    }
}
