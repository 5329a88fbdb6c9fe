package locality.governance.body;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.time.LocalDate;
import locality.platform.fact.Provenance;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// What a body was renamed to.
///
/// @param fromDay the first day it is called so; it stays so until the next name's
@Embeddable
record Name(
        String name,
        LocalDate fromDay,
        @JdbcTypeCode(SqlTypes.JSON) Provenance provenance,
        @Column(insertable = false, updatable = false) @Nullable Instant recordedAt)
        implements Recorded {

    Name(String name, LocalDate fromDay, Provenance provenance) {
        this(name, fromDay, provenance, null);
    }
}
