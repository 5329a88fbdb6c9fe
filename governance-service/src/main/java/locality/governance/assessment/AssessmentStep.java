package locality.governance.assessment;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import locality.platform.fact.Provenance;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// What an assessment became on a day.
///
/// @param note what is to be said about it; why gaps need no action, of one that is closed
@Embeddable
record AssessmentStep(
        @Enumerated(EnumType.STRING) AssessmentState state,
        LocalDate effectiveOn,
        @Nullable String note,
        @JdbcTypeCode(SqlTypes.JSON) Provenance provenance) {}
