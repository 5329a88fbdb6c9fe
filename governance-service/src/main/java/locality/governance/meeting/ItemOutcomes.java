package locality.governance.meeting;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import locality.governance.validity.Verdict;

/// What the record of a meeting must know of its decisions.
public interface ItemOutcomes {

    /// Whether an outcome was recorded on the item, which froze the evidence for it.
    boolean isRecorded(UUID meeting, int item);

    /// The items on which votes were taken and no outcome is recorded, in order.
    List<Integer> votedWithoutOutcome(UUID meeting);

    /// What became of the items that came to an outcome at the meeting, in order.
    List<Recorded> recordedAt(UUID meeting);

    /// An outcome as it was recorded.
    ///
    /// @param decidedOn the day of the sitting that decided it
    record Recorded(int item, LocalDate decidedOn, Verdict verdict) {}
}
