package locality.governance.post;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.time.LocalDate;
import locality.governance.period.Period;
import locality.platform.fact.Provenance;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// Who holds a post, from one day to another.
///
/// @param personReference opaque
/// @param acting for somebody who is away, or until the post is filled
/// @param untilDay the last day, null while no end is known
@Embeddable
record Holding(
        String personReference,
        boolean acting,
        LocalDate fromDay,
        @Nullable LocalDate untilDay,
        @JdbcTypeCode(SqlTypes.JSON) Provenance provenance,
        Instant recordedAt,
        @Nullable Instant supersededAt)
        implements Known {

    static Holding of(
            String personReference,
            boolean acting,
            Period period,
            Provenance provenance,
            Instant recordedAt) {
        return new Holding(
                personReference,
                acting,
                period.from(),
                period.until(),
                provenance,
                recordedAt,
                null);
    }

    /// Not two of them are substantive on one day.
    boolean isInTheWayOf(Holding other) {
        return !acting && !other.acting && period().overlaps(other.period());
    }

    Holding superseded(Instant now) {
        return new Holding(personReference, acting, fromDay, untilDay, provenance, recordedAt, now);
    }
}
