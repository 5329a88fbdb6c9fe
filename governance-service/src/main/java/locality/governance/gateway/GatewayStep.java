package locality.governance.gateway;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import java.util.UUID;
import locality.governance.assessment.Standings.Standing;
import locality.platform.fact.Provenance;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// What a gateway became on a day, and what it then rested on.
///
/// @param note why it was not passed, or deferred; null otherwise
/// @param assessmentId the due diligence, null while there is none
/// @param decisionId the decision that passed it, null while there is none
@Embeddable
record GatewayStep(
        @Enumerated(EnumType.STRING) GatewayState state,
        LocalDate effectiveOn,
        @Nullable String note,
        @Nullable UUID assessmentId,
        @Nullable String assessmentReference,
        @Nullable UUID decisionId,
        @Nullable String decisionReference,
        @JdbcTypeCode(SqlTypes.JSON) Provenance provenance) {

    static GatewayStep planned(LocalDate on, Provenance source) {
        return new GatewayStep(GatewayState.PLANNED, on, null, null, null, null, null, source);
    }

    /// The next step, which rests on what this one rests on.
    GatewayStep next(GatewayState next, LocalDate on, @Nullable String reason, Provenance source) {
        return new GatewayStep(
                next,
                on,
                reason,
                assessmentId,
                assessmentReference,
                decisionId,
                decisionReference,
                source);
    }

    GatewayStep restingOn(Standing standing) {
        return new GatewayStep(
                state,
                effectiveOn,
                note,
                standing.id(),
                standing.reference(),
                decisionId,
                decisionReference,
                provenance);
    }

    GatewayStep decidedBy(UUID decision, String reference) {
        return new GatewayStep(
                state,
                effectiveOn,
                note,
                assessmentId,
                assessmentReference,
                decision,
                reference,
                provenance);
    }
}
