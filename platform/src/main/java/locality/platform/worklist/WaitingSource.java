package locality.platform.worklist;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import locality.platform.place.Locality;

/// A feature that knows of something waiting.
///
/// @param <R> the rows of its service
public interface WaitingSource<R extends WaitingRow<?>> {

    /// What waits in these places.
    ///
    /// @param on the day that says what is late
    List<R> rows(Set<Locality> places, LocalDate on);
}
