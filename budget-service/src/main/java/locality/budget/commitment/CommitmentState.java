package locality.budget.commitment;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Where a commitment stands. A pending one ends as open, rejected or lapsed; an open one is paid
/// out in parts until it is discharged, or gives back the rest.
@Schema(name = "CommitmentState")
enum CommitmentState {
    PENDING_APPROVAL,
    OPEN,
    PART_DISCHARGED,
    DISCHARGED,
    REJECTED,
    LAPSED,
    RELEASED;

    boolean holdsMoney() {
        return this == OPEN || this == PART_DISCHARGED;
    }
}
