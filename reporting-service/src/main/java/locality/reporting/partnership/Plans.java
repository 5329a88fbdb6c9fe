package locality.reporting.partnership;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
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
    /// @param emptyAreas its areas in which, and in the parts of which, no milestone stands that
    ///   was not cancelled, and no action
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
            Provenance provenance) {

        /// What delays the plan if it slips, in the order of its days: the milestones ahead that
        /// have the least float of the plan.
        public List<Milestone> criticalPath() {
            return milestones.stream().filter(Milestone::onCriticalPath).toList();
        }
    }

    /// What a milestone waits for.
    ///
    /// @param title of that milestone; null when it is of a place that is not shown here
    /// @param lagDays calendar days from that one's day to the first on which this one may be; less
    ///   than 0 when it may come before it
    @Schema(name = "PlanPredecessor")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Predecessor(String reference, @Nullable String title, int lagDays) {

        /// `Reviews of the agreement and 28 days`, `Reviews of the agreement less 1 day`.
        public String inWords() {
            var named = title == null ? reference : title;
            var days = Math.abs((long) lagDays);
            return lagDays == 0
                    ? named
                    : "%s %s %d %s"
                            .formatted(
                                    named,
                                    lagDays > 0 ? "and" : "less",
                                    days,
                                    days == 1 ? "day" : "days");
        }
    }

    /// @param forecastOn when it is expected, its last day when only a month is known
    /// @param precision of the forecast: `DAY`, `MONTH`, `QUARTER`, `ONGOING` or `UNDATED`
    /// @param overdue whether that day has passed and it is not reached
    /// @param slippageDays by how many days it can be reached, by what it waits for too, or was
    ///   reached, after the day the baseline that holds has; negative when before; null without a
    ///   baseline or a day
    /// @param earlyOn the first day on which it can be reached, by what it waits for too, or the
    ///   day it was; null without any
    /// @param critical whether its float is the least of its plan: it delays the plan if it slips
    /// @param predecessors what it waits for
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
            @Nullable LocalDate earlyOn,
            boolean critical,
            List<Predecessor> predecessors,
            Provenance provenance) {

        /// The day it was reached, or else is expected.
        public @Nullable LocalDate day() {
            return achievedOn != null ? achievedOn : forecastOn;
        }

        /// The day it was reached, or else can be: what it waits for may not let it be when it is
        /// forecast.
        public @Nullable LocalDate reachableOn() {
            return achievedOn == null && earlyOn != null ? earlyOn : day();
        }

        /// Whether what it waits for lets it be only after the day it is forecast.
        public boolean heldUp() {
            return open() && earlyOn != null && forecastOn != null && earlyOn.isAfter(forecastOn);
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

        /// Whether it is still to be reached, and delays the plan if it slips.
        public boolean onCriticalPath() {
            return open() && critical;
        }

        /// What it waits for, in words; empty when it waits for nothing.
        public String waitsFor() {
            return predecessors.stream()
                    .map(Predecessor::inWords)
                    .collect(Collectors.joining(", "));
        }

        boolean isCancelled() {
            return state.equals("CANCELLED");
        }
    }
}
