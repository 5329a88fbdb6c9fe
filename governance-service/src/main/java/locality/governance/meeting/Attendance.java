package locality.governance.meeting;

import jakarta.persistence.Embeddable;
import java.time.LocalTime;
import locality.governance.voting.Presence;
import org.jspecify.annotations.Nullable;

/// A stretch of attendance at a sitting as the secretary wrote it down; see [Presence].
@Embeddable
public record Attendance(
        int sitting,
        String seat,
        @Nullable String substitute,
        LocalTime arrivedAt,
        @Nullable LocalTime leftAt) {

    void requireInOrder() {
        if (leftAt != null && leftAt.isBefore(arrivedAt)) {
            throw new MeetingRefusal.LeftBeforeArriving(seat, arrivedAt, leftAt);
        }
    }

    Presence asPresence() {
        return new Presence(seat, substitute, arrivedAt, leftAt);
    }

    boolean isOfTheSame(Attendance other) {
        return sitting == other.sitting && seat.equals(other.seat);
    }
}
