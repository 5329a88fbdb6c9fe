package locality.governance.team;

import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import locality.governance.period.Period;
import locality.platform.fact.Provenance;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// A function of the register that a team does.
///
/// @param untilDay the last day, null while no end is known
@Embeddable
record TeamFunction(
        String functionCode,
        LocalDate fromDay,
        @Nullable LocalDate untilDay,
        @JdbcTypeCode(SqlTypes.JSON) Provenance provenance) {

    Period period() {
        return new Period(fromDay, untilDay);
    }

    TeamFunction until(LocalDate lastDay) {
        return new TeamFunction(functionCode, fromDay, lastDay, provenance);
    }
}
