package locality.budget.worklist;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import locality.platform.place.Locality;

/// A feature that knows of something waiting. Each implements it once; the worklist finds them all.
public interface WorklistSource {

    /// How many days ahead an end is told: a month, which leaves time to pay, vary or carry
    /// **(default)**.
    int DAYS_AHEAD = 30;

    /// What waits in these places.
    ///
    /// @param on the day that says what is late
    List<WorklistRow> rows(Set<Locality> places, LocalDate on);
}
