package locality.governance.forwardplan;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.time.LocalDate;
import locality.platform.fact.Provenance;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// What the plan said of a matter's date, from one publication to the next.
///
/// @param publishedOn the day the plan said so from
/// @param reason why the date was moved, null for the first
@Embeddable
record PlanVersion(
        LocalDate publishedOn,
        Expected expected,
        @Nullable String reason,
        Instant recordedAt,
        @JdbcTypeCode(SqlTypes.JSON) Provenance provenance) {}
