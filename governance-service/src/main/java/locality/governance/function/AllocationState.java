package locality.governance.function;

import org.jspecify.annotations.Nullable;

/// The life of an allocation: only one that is in force reserves a function or counts.
enum AllocationState {
    DRAFT,
    AGREED,
    IN_FORCE,
    ENDED;

    /// The only step that follows, null after the last.
    @Nullable AllocationState next() {
        return switch (this) {
            case DRAFT -> AGREED;
            case AGREED -> IN_FORCE;
            case IN_FORCE -> ENDED;
            case ENDED -> null;
        };
    }
}
