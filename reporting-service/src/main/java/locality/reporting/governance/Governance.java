package locality.reporting.governance;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import locality.platform.fact.Provenance;
import locality.platform.money.Pence;
import locality.platform.place.Locality;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A locality's boards on a date, as far as governance-service has told.
///
/// @param on the day of the structure and the vacancies, and from which the forward plan looks
///   ahead
/// @param asOf when the latest fact shown here was recorded; null before the first
/// @param structure the bodies that are accountable to none shown here, with those below them
/// @param vacancies seats that stood vacant on the day
/// @param forwardPlan what is planned to be decided from the day on, and what should have been
///   before
/// @param decisions the latest hundred up to the day, newest first
/// @param actions those not complete first, by the day they are due
@Schema(name = "Governance")
public record Governance(
        Locality locality,
        String name,
        LocalDate on,
        @Nullable Instant asOf,
        List<Node> structure,
        List<Vacancy> vacancies,
        List<Planned> forwardPlan,
        List<Logged> decisions,
        List<Action> actions,
        List<Recommendation> recommendations,
        List<Dispute> disputes) {

    /// A body in the structure.
    ///
    /// @param links what else it is to other bodies: a second accountability, advice, a sounding
    ///   board
    /// @param below the bodies accountable to it
    @Schema(name = "GovernanceBody")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Node(
            UUID id,
            String reference,
            String name,
            String state,
            String classification,
            String spatialLevel,
            Locality locality,
            int seats,
            int vacant,
            List<Link> links,
            List<Node> below,
            Provenance provenance) {}

    /// @param kind `ACCOUNTABLE_TO`, `ADVISES` or `SOUNDING_BOARD`
    @Schema(name = "GovernanceLink")
    public record Link(String kind, String to) {}

    /// @param since the first day it stood vacant
    @Schema(name = "GovernanceVacancy")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Vacancy(
            String body,
            String seat,
            String post,
            boolean votingRight,
            @Nullable String organisation,
            LocalDate since,
            Provenance provenance) {}

    /// @param late whether the day has passed and it is not on an agenda
    @Schema(name = "GovernanceForwardPlanEntry")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Planned(
            String reference,
            String title,
            String body,
            boolean key,
            String state,
            LocalDate expectedOn,
            boolean late,
            Provenance provenance) {}

    /// A decision with what it rests on and what became of it.
    ///
    /// @param inEffect whether it binds
    /// @param validity why it does not, in words; empty when it does
    /// @param changedBecause why it no longer stands as it was taken
    /// @param papers what was put with it
    /// @param actions what followed from it
    @Schema(name = "GovernanceDecision")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Logged(
            UUID id,
            String reference,
            String title,
            String body,
            String decisionType,
            String outcome,
            String state,
            boolean inEffect,
            String validity,
            @Nullable Pence valuePence,
            @Nullable String changedBecause,
            @Nullable LocalDate changedOn,
            List<String> papers,
            List<String> actions,
            LocalDate effectiveOn,
            Provenance provenance) {}

    /// @param precision of the day it is due: `DAY`, `MONTH`, `ONGOING` or `UNDATED`; null where
    ///   that was never told
    /// @param overdue whether its day has passed and it is not done
    @Schema(name = "GovernanceAction")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Action(
            String reference,
            String title,
            @Nullable String post,
            @Nullable String organisation,
            @Nullable LocalDate dueOn,
            @Nullable String precision,
            String state,
            boolean overdue,
            Provenance provenance) {}

    @Schema(name = "GovernanceRecommendation")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Recommendation(
            String reference,
            String verb,
            String text,
            @Nullable String body,
            @Nullable String outcome,
            @Nullable String decision,
            Provenance provenance) {}

    @Schema(name = "GovernanceDispute")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Dispute(
            String reference,
            String title,
            List<String> parties,
            @Nullable String body,
            String state,
            LocalDate effectiveOn,
            Provenance provenance) {}
}
