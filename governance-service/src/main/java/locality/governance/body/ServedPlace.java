package locality.governance.body;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.time.LocalDate;
import locality.governance.period.Period;
import locality.platform.fact.Provenance;
import locality.platform.place.Locality;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// A place that a body serves besides its own. It is shown and read there; its own place's
/// secretaries go on writing for it.
///
/// @param untilDay the last day, null while no end is known
/// @param endProvenance who says that it ended, null when it was recorded with its end
@Embeddable
record ServedPlace(
        Locality locality,
        LocalDate fromDay,
        @Nullable LocalDate untilDay,
        @JdbcTypeCode(SqlTypes.JSON) Provenance provenance,
        @JdbcTypeCode(SqlTypes.JSON) @Nullable Provenance endProvenance,
        @Column(insertable = false, updatable = false) @Nullable Instant recordedAt)
        implements Recorded {

    ServedPlace(Locality locality, Period period, Provenance provenance) {
        this(locality, period.from(), period.until(), provenance, null, null);
    }

    Period period() {
        return new Period(fromDay, untilDay);
    }

    boolean overlaps(ServedPlace other) {
        return locality == other.locality && period().overlaps(other.period());
    }

    ServedPlace until(LocalDate lastDay, Provenance source) {
        return new ServedPlace(locality, fromDay, lastDay, provenance, source, recordedAt);
    }

    /// @param was what it was held to be until it was changed
    @Embeddable
    record Before(int ordinal, ServedPlace was, Instant supersededAt)
            implements Superseded<ServedPlace> {}
}
