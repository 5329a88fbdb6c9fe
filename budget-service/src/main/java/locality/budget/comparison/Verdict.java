package locality.budget.comparison;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What a comparison comes to.
@Schema(name = "ComparisonVerdict")
enum Verdict {
    /// To the penny.
    AGREES,
    /// As exactly as the figures are stated, they may be the same.
    AGREES_AS_ROUNDED,
    /// However they were rounded, they are not the same.
    DIFFERS
}
