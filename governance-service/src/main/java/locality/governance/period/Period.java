package locality.governance.period;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Days in a row.
///
/// @param from the first of them
/// @param until the last of them, null while no end is known; a day before the first when there are
///   none
public record Period(LocalDate from, @Nullable LocalDate until) {

    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(from) && !isOverBy(day);
    }

    /// Whether its last day is past.
    public boolean isOverBy(LocalDate day) {
        return until != null && day.isAfter(until);
    }

    public boolean overlaps(Period other) {
        return common(other).isPresent();
    }

    /// The days in both.
    public Optional<Period> common(Period other) {
        var later = from.isBefore(other.from) ? other.from : from;
        var sooner =
                until == null || other.until != null && other.until.isBefore(until)
                        ? other.until
                        : until;
        var both = new Period(later, sooner);
        return both.isOverBy(later) ? Optional.empty() : Optional.of(both);
    }
}
