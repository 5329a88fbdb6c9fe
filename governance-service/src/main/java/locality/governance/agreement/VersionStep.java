package locality.governance.agreement;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import locality.platform.fact.Provenance;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// What a version became on a day.
///
/// @param reason why it was returned, superseded or terminated; null for what says itself
@Embeddable
record VersionStep(
        @Enumerated(EnumType.STRING) VersionState state,
        LocalDate effectiveOn,
        @Nullable String reason,
        @JdbcTypeCode(SqlTypes.JSON) Provenance provenance) {}
