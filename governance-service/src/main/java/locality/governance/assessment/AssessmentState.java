package locality.governance.assessment;

import java.util.Optional;

/// `PLANNED -> CONDUCTED -> DRAFT_SHARED -> AGREED -> CLOSED`, one after the other.
public enum AssessmentState {
    PLANNED,
    CONDUCTED,
    /// What was written about it is with those it is about.
    DRAFT_SHARED,
    AGREED,
    CLOSED;

    Optional<AssessmentState> next() {
        return ordinal() + 1 < values().length
                ? Optional.of(values()[ordinal() + 1])
                : Optional.empty();
    }
}
