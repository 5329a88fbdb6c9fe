package locality.budget.fund;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// How far a plan has come (S4 3.6). It goes forward; within a stage it may be planned again, as a
/// revised plan is.
@Schema(name = "PlanStage")
public enum PlanStage {
    OUTLINE,
    REVISED,
    DRAFT,
    FINAL;

    /// Whether a plan at the other stage may be said to be at this one.
    ///
    /// @param before null where no stage was said yet
    boolean mayFollow(@Nullable PlanStage before) {
        return before == null || compareTo(before) >= 0;
    }
}
