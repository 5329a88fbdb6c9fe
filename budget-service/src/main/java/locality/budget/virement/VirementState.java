package locality.budget.virement;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Where a virement stands. One that waits ends as made, rejected, lapsed or withdrawn; whatever
/// ended stays as it ended.
@Schema(name = "VirementState")
enum VirementState {
    PENDING_APPROVAL,
    MADE,
    REJECTED,
    LAPSED,
    WITHDRAWN
}
