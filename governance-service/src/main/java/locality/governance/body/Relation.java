package locality.governance.body;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import locality.governance.period.Period;
import locality.platform.event.GovernanceEvent.BodyRelated;
import locality.platform.fact.Provenance;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// How a body stands to another.
///
/// @param untilDay the last day it holds, null while no end is known
/// @param endProvenance who says that it ended, null when it was recorded with its end
@Embeddable
record Relation(
        @Enumerated(EnumType.STRING) RelationKind kind,
        UUID toBody,
        LocalDate fromDay,
        @Nullable LocalDate untilDay,
        @JdbcTypeCode(SqlTypes.JSON) Provenance provenance,
        @JdbcTypeCode(SqlTypes.JSON) @Nullable Provenance endProvenance,
        @Column(insertable = false, updatable = false) @Nullable Instant recordedAt)
        implements Recorded {

    Relation(RelationKind kind, UUID toBody, Period period, Provenance provenance) {
        this(kind, toBody, period.from(), period.until(), provenance, null, null);
    }

    boolean isAccountability() {
        return kind == RelationKind.ACCOUNTABLE_TO;
    }

    Period period() {
        return new Period(fromDay, untilDay);
    }

    boolean is(RelationKind asked, UUID to) {
        return kind == asked && toBody.equals(to);
    }

    boolean overlaps(Relation other) {
        return is(other.kind, other.toBody) && period().overlaps(other.period());
    }

    Relation until(LocalDate lastDay, Provenance source) {
        return new Relation(kind, toBody, fromDay, lastDay, provenance, source, recordedAt);
    }

    /// @param to how the other body is called
    BodyRelated told(Body of, String to, Provenance source) {
        return new BodyRelated(
                of.id,
                of.reference,
                kind.name(),
                toBody,
                to,
                of.locality,
                fromDay,
                untilDay,
                source);
    }

    /// @param was what it was held to be until it was changed
    @Embeddable
    record Before(int ordinal, Relation was, Instant supersededAt)
            implements Superseded<Relation> {}
}
