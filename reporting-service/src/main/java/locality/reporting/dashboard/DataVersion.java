package locality.reporting.dashboard;

import java.time.LocalDate;

/// What a dashboard is made of: so many events of its locality, read on a day.
public record DataVersion(long events, LocalDate on) {

    /// The value of an entity tag.
    public String tag() {
        return events + "-" + on;
    }
}
