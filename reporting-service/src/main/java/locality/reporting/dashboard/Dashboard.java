package locality.reporting.dashboard;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import locality.platform.fact.Provenance;
import locality.platform.money.FinancialYear;
import locality.platform.money.Pence;
import locality.platform.place.Locality;
import locality.reporting.indicator.Reading;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A locality at a glance, as far as the services have told.
///
/// @param asOf when the latest fact shown here was recorded; null before the first
/// @param attention what a board should look at first
/// @param pool the money of all funds, or of the financial year asked for
/// @param financialYears every year with a fund, whichever are shown
/// @param decisions the latest hundred, newest first
/// @param decisionCount how many there are in all
/// @param indicator the one asked for, else the first that can be drawn; null when there is none
/// @param indicators every indicator that can be drawn, in short
@Schema(name = "Dashboard")
public record Dashboard(
        Locality locality,
        String name,
        @Nullable Instant asOf,
        @Nullable FinancialYear financialYear,
        List<FinancialYear> financialYears,
        List<Attention> attention,
        Pool pool,
        List<Commitment> commitments,
        List<Intervention> interventions,
        List<Decision> decisions,
        long decisionCount,
        @Nullable Reading indicator,
        List<IndicatorSummary> indicators,
        List<Freshness> freshness) {

    /// Something that waits for somebody, or is not as it should be.
    ///
    /// @param kind what it is, for a machine
    /// @param text what it is, for a person
    /// @param subject the reference of what it is about
    @Schema(name = "Attention")
    public record Attention(Kind kind, String text, String subject) {

        /// The most pressing first.
        @Schema(name = "AttentionKind")
        public enum Kind {
            WAITS_FOR_APPROVAL,
            OVER_PLAN,
            CONCERN,
            TARGET_MISSED,
            NOT_DRAWN,
            FIGURES_LATE
        }
    }

    /// A commitment, and what it rests on.
    ///
    /// @param remainingPence promised and not yet paid or given back
    /// @param provider the organisation that is paid
    /// @param providerName its name, where an organisation of that code is on record
    /// @param decision the reference of the decision it rests on, or that ended it
    /// @param delegation the reference of the delegation it rests on
    /// @param notApplied decisions that reached it and did not bind it
    @Schema(name = "DashboardCommitment")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Commitment(
            UUID id,
            String reference,
            UUID fundId,
            UUID lineId,
            String state,
            Pence amountPence,
            Pence remainingPence,
            String provider,
            @Nullable String providerName,
            String purpose,
            @Nullable String interventionId,
            @Nullable UUID decisionId,
            @Nullable String decision,
            @Nullable String decidedBy,
            @Nullable String delegation,
            @Nullable LocalDate dueOn,
            @Nullable String reason,
            LocalDate effectiveOn,
            List<NotApplied> notApplied) {

        @JsonProperty
        public boolean waits() {
            return state.equals("PENDING_APPROVAL");
        }
    }

    /// A decision that did not bind a commitment, and why.
    @Schema(name = "NotApplied")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record NotApplied(
            UUID decisionId,
            @Nullable String decision,
            @Nullable String decidedBy,
            String reason,
            LocalDate effectiveOn) {}

    /// An intervention, how far it is and what it may spend.
    ///
    /// @param mobilised NONE, PARTIAL or FULL, derived from its components
    @Schema(name = "DashboardIntervention")
    public record Intervention(
            UUID id,
            String reference,
            String name,
            String state,
            String mobilised,
            int componentsLive,
            int components,
            List<String> themes,
            Pence fundedPence,
            LocalDate effectiveOn,
            Provenance provenance) {}

    /// What a body decided, and whether it binds.
    ///
    /// @param inEffect whether it binds
    /// @param validityCodes why it does not, in codes
    /// @param validity the same in words
    @Schema(name = "DashboardDecision")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Decision(
            UUID id,
            String reference,
            String title,
            UUID bodyId,
            String body,
            @Nullable String meeting,
            String decisionType,
            String outcome,
            String state,
            boolean inEffect,
            List<String> validityCodes,
            String validity,
            @Nullable String function,
            @Nullable Pence valuePence,
            @Nullable String subjectType,
            @Nullable String subjectId,
            LocalDate effectiveOn,
            Provenance provenance) {}

    /// An indicator in one line.
    @Schema(name = "IndicatorSummary")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record IndicatorSummary(
            UUID id,
            String reference,
            String name,
            @Nullable LocalDate latestPeriod,
            @Nullable String latest,
            @Nullable String target,
            @Nullable String variation,
            @Nullable String assurance,
            boolean stale,
            Provenance provenance) {}

    /// How fresh a source is.
    ///
    /// @param source the service, or who publishes the indicator
    /// @param what `events` of a service, or the reference of an indicator
    /// @param position the last position applied here of that service's log
    /// @param recordedAt when its last fact was recorded
    /// @param appliedAt when that fact reached this page
    /// @param stale whether it is late, has told nothing yet, has events that could not be applied,
    ///   has not been read to its end for a minute, or has figures that cannot be drawn
    @Schema(name = "Freshness")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Freshness(
            String source,
            String what,
            @Nullable String publicationSchedule,
            @Nullable LocalDate latestPeriod,
            @Nullable Long position,
            @Nullable Long events,
            @Nullable Instant recordedAt,
            @Nullable Instant appliedAt,
            boolean stale,
            String words) {}
}
