package locality.governance.post;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.time.LocalDate;
import locality.governance.period.Period;
import locality.platform.fact.Provenance;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// An organisation whose post it is, alone or with others.
///
/// @param untilDay the last day, null while no end is known
@Embeddable
record Employer(
        String organisation,
        LocalDate fromDay,
        @Nullable LocalDate untilDay,
        @JdbcTypeCode(SqlTypes.JSON) Provenance provenance,
        Instant recordedAt,
        @Nullable Instant supersededAt)
        implements Known {

    static Employer of(
            String organisation, Period period, Provenance provenance, Instant recordedAt) {
        return new Employer(
                organisation, period.from(), period.until(), provenance, recordedAt, null);
    }

    Employer superseded(Instant now) {
        return new Employer(organisation, fromDay, untilDay, provenance, recordedAt, now);
    }
}
