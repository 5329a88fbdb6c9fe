package locality.governance.body;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.time.LocalDate;
import locality.platform.fact.Provenance;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// A step in the life of a body.
///
/// @param effectiveOn the first day it is in this state
@Embeddable
record Step(
        @Enumerated(EnumType.STRING) BodyState state,
        LocalDate effectiveOn,
        @JdbcTypeCode(SqlTypes.JSON) Provenance provenance,
        @Column(insertable = false, updatable = false) @Nullable Instant recordedAt)
        implements Recorded {

    Step(BodyState state, LocalDate effectiveOn, Provenance provenance) {
        this(state, effectiveOn, provenance, null);
    }
}
