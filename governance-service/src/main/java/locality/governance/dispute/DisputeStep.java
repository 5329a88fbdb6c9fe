package locality.governance.dispute;

import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import locality.platform.fact.Provenance;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/// What was done about a dispute on a day.
@Embeddable
record DisputeStep(
        LocalDate takenOn, String what, @JdbcTypeCode(SqlTypes.JSON) Provenance provenance) {}
