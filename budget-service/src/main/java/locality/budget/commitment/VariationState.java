package locality.budget.commitment;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Where the variation of a commitment stands. One that waits ends as made, rejected, lapsed or
/// withdrawn.
@Schema(name = "VariationState")
enum VariationState {
    PENDING_APPROVAL,
    MADE,
    REJECTED,
    LAPSED,
    WITHDRAWN
}
