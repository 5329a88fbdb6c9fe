package locality.intervention.deflection;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import locality.platform.fact.Provenance;
import locality.platform.money.Pence;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// One version of a plan: it is refreshed by a new one, never rewritten.
@Entity
@Table(name = "deflection_version")
class PlanVersion {
    @Id UUID id;
    int number;

    @Enumerated(EnumType.STRING)
    VersionState state = VersionState.DRAFT;

    @Nullable Pence tariffPence;

    @JdbcTypeCode(SqlTypes.JSON)
    List<PlannedMonth> months;

    LocalDate effectiveOn;

    @JdbcTypeCode(SqlTypes.JSON)
    Provenance provenance;

    boolean isUnderDiscussion() {
        return state == VersionState.DRAFT || state == VersionState.LOCAL_AGREED;
    }
}
