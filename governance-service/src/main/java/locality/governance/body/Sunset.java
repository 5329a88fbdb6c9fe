package locality.governance.body;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.time.LocalDate;
import locality.platform.fact.Provenance;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// How long a time-limited body lasts.
///
/// @param sunsetOn the first day it is no more
@Embeddable
record Sunset(
        LocalDate sunsetOn,
        @JdbcTypeCode(SqlTypes.JSON) Provenance provenance,
        @Column(insertable = false, updatable = false) @Nullable Instant recordedAt)
        implements Recorded {

    Sunset(LocalDate sunsetOn, Provenance provenance) {
        this(sunsetOn, provenance, null);
    }

    boolean hasComeBy(LocalDate day) {
        return !day.isBefore(sunsetOn);
    }

    boolean isKeptBy(Step step) {
        return step.state() == BodyState.DISSOLVED && step.effectiveOn().equals(sunsetOn);
    }

    /// @param was what it was held to be until it was changed
    @Embeddable
    record Before(int ordinal, Sunset was, Instant supersededAt) implements Superseded<Sunset> {}
}
