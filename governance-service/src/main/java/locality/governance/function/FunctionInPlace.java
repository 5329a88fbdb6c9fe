package locality.governance.function;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.LocalDate;
import java.util.UUID;
import locality.governance.organisation.OrganisationKind;
import locality.platform.fact.Provenance;
import locality.platform.place.Locality;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// How a place arranges a function, from its first day to its last.
@Entity
class FunctionInPlace {
    @Id UUID id;
    String functionCode;
    Locality place;
    boolean reserved;

    @Enumerated(EnumType.STRING)
    @Nullable OrganisationKind ownerKind;

    LocalDate effectiveOn;
    @Nullable LocalDate endsOn;

    @JdbcTypeCode(SqlTypes.JSON)
    Provenance provenance;

    boolean holdsOn(LocalDate day) {
        return !day.isBefore(effectiveOn) && (endsOn == null || !day.isAfter(endsOn));
    }
}
