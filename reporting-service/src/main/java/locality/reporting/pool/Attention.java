package locality.reporting.pool;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// One thing about the money of a locality that waits for somebody on a day.
///
/// @param subject the reference of what waits
/// @param text what it waits for, in a sentence without a full stop
@Schema(name = "PooledBudgetAttention")
public record Attention(Kind kind, String subject, String text) {

    /// What kind of waiting it is, in the order in which it is shown.
    @Schema(name = "PooledBudgetAttentionKind")
    public enum Kind {
        COMMITMENT_WAITS,
        VARIATION_WAITS,
        VIREMENT_WAITS,
        ARREARS,
        FIGURES_DIFFER,
        EXPIRES,
        OVER_BUDGET,
        PROTECTED_AMOUNT,
        RETROSPECTIVE
    }
}
