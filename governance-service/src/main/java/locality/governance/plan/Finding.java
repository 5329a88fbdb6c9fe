package locality.governance.plan;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Something about a plan to be asked back: what is missing, stands twice, or cannot be.
///
/// @param area the title of the area it is about, null when about none
/// @param objective the number of the objective it is about, null when about none
/// @param milestones the references of those it is about
@Schema(name = "PlanFinding")
record Finding(
        Kind kind,
        @Nullable String area,
        @Nullable Integer objective,
        List<String> milestones,
        String inWords) {

    @Schema(name = "PlanFindingKind")
    enum Kind {
        /// No milestone and no action stands in an area or its parts.
        AREA_EMPTY,
        /// Two areas have the same title.
        AREA_TWICE,
        /// Two milestones have the same title.
        MILESTONE_TWICE,
        /// No milestone serves an objective.
        OBJECTIVE_WITHOUT_MILESTONE,
        /// No milestone of a priority has a day in the baseline.
        PRIORITY_WITHOUT_BASELINE,
        /// It cannot be reached when it is forecast, for what it waits for comes too late.
        FORECAST_BEFORE_PREDECESSOR,
        /// It can be reached only after its deadline.
        DEADLINE_MISSED,
        /// What it waits for was cancelled.
        PREDECESSOR_CANCELLED,
        /// What it waits for has no date and waits for nothing that has one: it holds nothing up.
        PREDECESSOR_UNDATED,
        /// No date is said.
        UNDATED,
        /// It goes on, and no next review is said.
        NO_REVIEW_DATE
    }
}
