package locality.governance.recommendation;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What became of a recommendation on a day.
///
/// @param decisionId that answered it; that of the answer before when none is named
/// @param note what was done to date
@Embeddable
record RecommendationStep(
        @Enumerated(EnumType.STRING) RecommendationOutcome outcome,
        LocalDate answeredOn,
        @Nullable UUID decisionId,
        @Nullable String note) {}
