package locality.governance.body;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import java.util.UUID;
import locality.governance.period.Period;
import locality.platform.fact.Provenance;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// How a body stands to another.
///
/// @param untilDay the last day it holds, null while no end is known
@Embeddable
record Relation(
        @Enumerated(EnumType.STRING) Kind kind,
        UUID toBody,
        LocalDate fromDay,
        @Nullable LocalDate untilDay,
        @JdbcTypeCode(SqlTypes.JSON) Provenance provenance) {

    @Schema(name = "RelationKind")
    enum Kind {
        /// Its parent: what it cannot decide goes there.
        ACCOUNTABLE_TO,
        ADVISES,
        /// Listened to, without any accountability either way.
        SOUNDING_BOARD
    }

    boolean isAccountability() {
        return kind == Kind.ACCOUNTABLE_TO;
    }

    Period period() {
        return new Period(fromDay, untilDay);
    }
}
