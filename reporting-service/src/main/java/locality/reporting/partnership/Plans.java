package locality.reporting.partnership;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import locality.platform.fact.Provenance;
import locality.platform.place.Locality;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The plans of a locality on a date, as far as governance-service has told.
///
/// @param asOf when the latest fact shown here was recorded; null before the first
@Schema(name = "Plans")
public record Plans(
        Locality locality,
        String name,
        LocalDate on,
        @Nullable Instant asOf,
        List<Attention> attention,
        List<Plan> plans) {

    /// A plan with its milestones, by the day they are expected or were reached.
    ///
    /// @param baseline the name of the baseline that holds, null while there is none
    /// @param decision the reference of the decision that set it, null while it is not told of
    /// @param emptyAreas its areas in which no milestone stands
    @Schema(name = "Plan")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Plan(
            String reference,
            String title,
            List<String> areas,
            List<String> emptyAreas,
            @Nullable String baseline,
            @Nullable String decision,
            List<Milestone> milestones,
            Provenance provenance) {}

    /// @param forecastOn when it is expected, its last day when only a month is known
    /// @param precision of the forecast: `DAY`, `MONTH`, `QUARTER`, `ONGOING` or `UNSET`
    /// @param overdue whether that day has passed and it is not reached
    /// @param slippageDays by how many days it can be reached, by what it waits for too, or was
    ///   reached, after the day the baseline that holds has; negative when before; null without a
    ///   baseline or a day
    @Schema(name = "PlanMilestone")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Milestone(
            String reference,
            String title,
            @Nullable String area,
            @Nullable String post,
            @Nullable String organisation,
            @Nullable LocalDate forecastOn,
            String precision,
            @Nullable LocalDate reviewOn,
            @Nullable LocalDate baselineOn,
            @Nullable LocalDate achievedOn,
            String state,
            boolean overdue,
            @Nullable Long slippageDays,
            Provenance provenance) {

        /// The day it was reached, or else is expected.
        public @Nullable LocalDate day() {
            return achievedOn != null ? achievedOn : forecastOn;
        }

        /// Whether it is still to be reached.
        public boolean open() {
            return state.equals("PLANNED") || state.equals("IN_PROGRESS");
        }

        /// Whether it is still to be reached, later than the baseline has it.
        public boolean slips() {
            return open() && isLater();
        }

        /// Whether it was reached, or can be, later than the baseline has it.
        boolean isLater() {
            return slippageDays != null && slippageDays > 0;
        }

        boolean isCancelled() {
            return state.equals("CANCELLED");
        }
    }
}
