package locality.budget.commitment;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Where a commitment stands. A pending one ends as open, rejected, lapsed or withdrawn; an open
/// one is paid out in parts until it is discharged, or frees the rest: released by hand, expired
/// with its term, or carried into a later year.
@Schema(name = "CommitmentState")
enum CommitmentState {
    PENDING_APPROVAL,
    OPEN,
    PART_DISCHARGED,
    DISCHARGED,
    REJECTED,
    LAPSED,
    WITHDRAWN,
    RELEASED,
    EXPIRED,
    CARRIED;

    boolean holdsMoney() {
        return this == OPEN || this == PART_DISCHARGED;
    }
}
