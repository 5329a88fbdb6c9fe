package locality.governance.register;

import java.util.EnumSet;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// `OPEN <-> ESCALATED; OPEN -> TOLERATED -> OPEN; -> MATERIALISED; -> CLOSED -> OPEN`. What is
/// escalated is answered before it is closed.
@Schema(name = "RegisterEntryState")
public enum EntryState {
    OPEN,
    /// Its body handed it to the body above, which has not answered yet.
    ESCALATED,
    /// It is lived with, until a day.
    TOLERATED,
    /// The risk has happened, or the assumption has failed.
    MATERIALISED,
    CLOSED;

    Set<EntryState> next() {
        return switch (this) {
            case OPEN -> EnumSet.of(ESCALATED, TOLERATED, MATERIALISED, CLOSED);
            case ESCALATED -> EnumSet.of(OPEN, MATERIALISED);
            case TOLERATED -> EnumSet.of(OPEN, MATERIALISED, CLOSED);
            case MATERIALISED -> EnumSet.of(CLOSED);
            case CLOSED -> EnumSet.of(OPEN);
        };
    }

    /// Whether it may still do harm, so that it is looked after.
    boolean isLive() {
        return this == OPEN || this == ESCALATED || this == TOLERATED;
    }
}
