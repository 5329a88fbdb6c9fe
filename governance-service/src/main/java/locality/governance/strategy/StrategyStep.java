package locality.governance.strategy;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import java.util.UUID;
import locality.platform.fact.Provenance;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// What a strategy was from a day on.
///
/// @param reviewOn when it is to be reviewed, null when nothing was said
/// @param decisionId the decision that approved it, null while there is none
/// @param supersededBy the strategy that took its place
/// @param note what a review found, or why it was withdrawn
@Embeddable
record StrategyStep(
        @Enumerated(EnumType.STRING) StrategyState state,
        LocalDate effectiveOn,
        @Nullable LocalDate reviewOn,
        @Nullable UUID decisionId,
        @Nullable String decisionReference,
        @Nullable UUID supersededBy,
        @Nullable String note,
        @JdbcTypeCode(SqlTypes.JSON) Provenance provenance) {

    boolean isReviewDueOn(LocalDate day) {
        return reviewOn != null
                && !reviewOn.isAfter(day)
                && (state == StrategyState.DRAFT || state == StrategyState.APPROVED);
    }

    boolean isReviewOverdueOn(LocalDate day) {
        return isReviewDueOn(day) && !day.equals(reviewOn);
    }
}
