package locality.governance.post;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import locality.governance.period.Period;
import locality.platform.fact.Provenance;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// To whom the holder of a post reports: the holder of another, or a body.
///
/// @param toPost null when it leads to a body
/// @param toBody null when it leads to a post
/// @param untilDay the last day, null while no end is known
@Embeddable
record Line(
        @Nullable UUID toPost,
        @Nullable UUID toBody,
        LocalDate fromDay,
        @Nullable LocalDate untilDay,
        @JdbcTypeCode(SqlTypes.JSON) Provenance provenance,
        Instant recordedAt,
        @Nullable Instant supersededAt)
        implements Known {

    /// Where a line leads.
    record End(@Nullable UUID post, @Nullable UUID body) {}

    static Line to(End end, Period period, Provenance provenance, Instant recordedAt) {
        return new Line(
                end.post(),
                end.body(),
                period.from(),
                period.until(),
                provenance,
                recordedAt,
                null);
    }

    End end() {
        return new End(toPost, toBody);
    }

    Line superseded(Instant now) {
        return new Line(toPost, toBody, fromDay, untilDay, provenance, recordedAt, now);
    }
}
