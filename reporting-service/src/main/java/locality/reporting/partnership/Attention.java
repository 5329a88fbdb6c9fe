package locality.reporting.partnership;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// One thing of a partnership that waits for somebody on a day.
///
/// @param subject the reference of what waits
/// @param text what it waits for, in a sentence without a full stop
@Schema(name = "PartnershipAttention")
public record Attention(Kind kind, String subject, String text) {

    /// What kind of waiting it is, in the order in which it is shown.
    @Schema(name = "PartnershipAttentionKind")
    public enum Kind {
        FOR_RATIFICATION,
        ENDS,
        TO_REVIEW,
        CONDITION_OVERDUE,
        RISK,
        MILESTONES_OVERDUE,
        MILESTONES_SLIPPED
    }
}
