package locality.governance.body;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import locality.platform.fact.Provenance;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// That a body takes over from another.
///
/// @param effectiveOn the first day it does
/// @param alongside whether the predecessor goes on beside it
@Embeddable
record Succession(
        UUID predecessor,
        LocalDate effectiveOn,
        boolean alongside,
        @JdbcTypeCode(SqlTypes.JSON) Provenance provenance,
        @Column(insertable = false, updatable = false) @Nullable Instant recordedAt)
        implements Recorded {

    Succession(UUID predecessor, LocalDate effectiveOn, boolean alongside, Provenance provenance) {
        this(predecessor, effectiveOn, alongside, provenance, null);
    }
}
