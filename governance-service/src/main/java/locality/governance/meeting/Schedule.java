package locality.governance.meeting;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/// When and where a meeting is to be.
///
/// @param startsAt the clock on the wall
/// @param endsAt when it is expected to end, null when nobody said
public record Schedule(
        LocalDateTime startsAt,
        @Nullable LocalDateTime endsAt,
        @Nullable String place,
        boolean openToPublic) {

    void requireEndAfterStart() {
        if (endsAt != null && !endsAt.isAfter(startsAt)) {
            throw new MeetingRefusal.OutOfOrder(
                    "ENDS_BEFORE_IT_STARTS", "startsAt", startsAt, "endsAt", endsAt);
        }
    }
}
