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
/// @param reviewBy the last day the parties have for the round of reviews that begins with it, null
///   when nothing is said
@Embeddable
record VersionStep(
        @Enumerated(EnumType.STRING) VersionState state,
        LocalDate effectiveOn,
        @Nullable String reason,
        @Nullable LocalDate reviewBy,
        @JdbcTypeCode(SqlTypes.JSON) Provenance provenance) {

    static VersionStep of(
            VersionState state,
            LocalDate effectiveOn,
            @Nullable String reason,
            Provenance provenance) {
        return new VersionStep(state, effectiveOn, reason, null, provenance);
    }
}
