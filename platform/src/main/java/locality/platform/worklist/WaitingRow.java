package locality.platform.worklist;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A row of a worklist, whatever else a service says in it.
///
/// @param <K> the kinds of things that may wait in a service
public interface WaitingRow<K extends Enum<K>> {

    K kind();

    /// Of what waits.
    String reference();

    /// The last day it is in time, null when none is said.
    @Nullable LocalDate dueOn();

    /// The role that may clear it.
    String who();
}
