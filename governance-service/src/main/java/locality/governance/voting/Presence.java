package locality.governance.voting;

import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/// A stretch of attendance: somebody sat in this seat from one time to another. Leaving and coming
/// back makes two.
///
/// @param substitute an opaque reference to who sat there in the member's place, null for the
///   member
/// @param leftAt the moment from which the seat is empty, null when it was taken to the end
public record Presence(
        String seat, @Nullable String substitute, LocalTime arrivedAt, @Nullable LocalTime leftAt) {

    boolean covers(LocalTime moment) {
        return !moment.isBefore(arrivedAt) && (leftAt == null || moment.isBefore(leftAt));
    }

    /// Whether anybody sat there at all; a stretch that ends when it begins says nobody did.
    public boolean tookTheSeat() {
        return !arrivedAt.equals(leftAt);
    }

    /// The same, without who the substitute is.
    public Presence withoutPeople() {
        return new Presence(seat, null, arrivedAt, leftAt);
    }

    boolean isSubstitute() {
        return substitute != null;
    }
}
