package locality.governance.standing;

import java.time.LocalDate;
import java.util.UUID;
import locality.platform.event.EventType;
import locality.platform.event.InternalEvent;
import locality.platform.place.Locality;
import org.jspecify.annotations.Nullable;

/// What the event log keeps of standing items and deep dives: who set or raised them, and where
/// they came to be. Nobody outside needs it; what is on an agenda is told as such.
public sealed interface StandingRecord extends InternalEvent {

    @EventType("governance.standing-item-set.v1")
    record ItemSet(
            UUID standingItemId,
            String reference,
            UUID bodyId,
            String title,
            @Nullable Integer everyMonths,
            Locality locality,
            LocalDate effectiveOn)
            implements StandingRecord {

        @Override
        public String subjectType() {
            return "standing-item";
        }

        @Override
        public String subjectId() {
            return standingItemId.toString();
        }
    }

    /// @param state `RAISED`, `PLACED` or `HELD`
    @EventType("governance.deep-dive-changed.v1")
    record DeepDiveChanged(
            UUID deepDiveId,
            String reference,
            UUID bodyId,
            String state,
            @Nullable UUID meetingId,
            @Nullable Integer item,
            Locality locality,
            LocalDate effectiveOn)
            implements StandingRecord {

        @Override
        public String subjectType() {
            return "deep-dive";
        }

        @Override
        public String subjectId() {
            return deepDiveId.toString();
        }
    }
}
