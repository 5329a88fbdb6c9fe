package locality.governance.assessment;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What a finding tells of.
@Schema(name = "FindingKind")
enum FindingKind {
    NARRATIVE,
    STRENGTH,
    WEAKNESS,
    OPPORTUNITY,
    THREAT,
    /// What is missing of a criterion; like a rating below the target, it wants an action.
    GAP
}
