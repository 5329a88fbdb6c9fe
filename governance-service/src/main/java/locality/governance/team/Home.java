package locality.governance.team;

import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import java.util.UUID;
import locality.governance.period.Period;
import locality.platform.fact.Provenance;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// Where a team belongs: to an organisation or to a body, exactly one of them.
///
/// @param untilDay the last day, null while no end is known
@Embeddable
record Home(
        @Nullable String organisation,
        @Nullable UUID bodyId,
        LocalDate fromDay,
        @Nullable LocalDate untilDay,
        @JdbcTypeCode(SqlTypes.JSON) Provenance provenance) {

    Period period() {
        return new Period(fromDay, untilDay);
    }

    Home until(LocalDate lastDay) {
        return new Home(organisation, bodyId, fromDay, lastDay, provenance);
    }
}
