package locality.governance.agreement;

import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import locality.platform.fact.Provenance;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// A review of a version that is held from time to time.
///
/// @param nextOn when the next is due, null when none is to follow
@Embeddable
record PeriodicReview(
        LocalDate heldOn,
        String outcome,
        @Nullable LocalDate nextOn,
        @JdbcTypeCode(SqlTypes.JSON) Provenance provenance) {}
