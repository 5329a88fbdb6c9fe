package locality.governance.meeting;

import java.util.UUID;

/// What the record of a meeting must know of its decisions.
public interface ItemOutcomes {

    /// Whether an outcome was recorded on the item, which froze the evidence for it.
    boolean isRecorded(UUID meeting, int item);
}
