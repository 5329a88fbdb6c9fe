package locality.governance.plan;

import java.util.UUID;

/// Another milestone that one waits for, of the same plan or of another.
///
/// @param lagDays calendar days from that one's day to the first on which this one may be
record Link(UUID predecessorId, String predecessorReference, int lagDays) {}
