package locality.budget.protection;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import locality.platform.fact.Provenance;
import locality.platform.money.Pence;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// How much must stay, on which lines together, from a day on.
///
/// @param version counts 1, 2, 3 as terms were set
/// @param lines the ids of the lines that count
/// @param endsOn their last day, null without an end
@Embeddable
record ProtectedTerms(
        int version,
        Pence amountPence,
        @Enumerated(EnumType.STRING) ProtectedAction action,
        @JdbcTypeCode(SqlTypes.ARRAY) List<UUID> lines,
        LocalDate startsOn,
        @Nullable LocalDate endsOn,
        @JdbcTypeCode(SqlTypes.JSON) Provenance provenance) {

    boolean endBefore(LocalDate day) {
        return endsOn != null && endsOn.isBefore(day);
    }
}
