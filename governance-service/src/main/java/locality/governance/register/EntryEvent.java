package locality.governance.register;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What was done with an entry.
@Schema(name = "RegisterEntryStepKind")
enum EntryEvent {
    RECORDED,
    SCORED,
    CONTROLLED,
    REVIEWED,
    ASSIGNED,
    ESCALATED,
    ACCEPTED,
    RETURNED,
    TOLERATED,
    TOLERANCE_ENDED,
    MATERIALISED,
    FAILED,
    CLOSED,
    REOPENED
}
