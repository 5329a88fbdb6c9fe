package locality.governance.calendar;

import java.time.LocalDate;
import locality.platform.place.Locality;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A cycle that went by without what was expected in it.
///
/// @param what a meeting of the body, or that somebody came to one
/// @param seat who was expected, null when that was the body itself
/// @param meeting one that was planned in it and not opened, null when there was none
@Schema(name = "MissedCycle")
record Missed(
        What what,
        String body,
        Locality locality,
        @Nullable String seat,
        LocalDate from,
        LocalDate until,
        @Nullable String meeting) {

    /// Where it stands in the list of all of them: by body, then by day.
    String cursor() {
        return String.join("/", body, from.toString(), what.name(), seat == null ? "" : seat);
    }

    @Schema(name = "MissedCycleOf")
    enum What {
        MEETING,
        ATTENDANCE
    }
}
