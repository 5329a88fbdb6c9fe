package locality.budget.agreement;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import locality.platform.fact.Provenance;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/// On which basis the money is held from a day on, under which version of the agreement.
@Embeddable
record BasisPeriod(
        int version,
        @Enumerated(EnumType.STRING) Basis basis,
        LocalDate startsOn,
        @JdbcTypeCode(SqlTypes.JSON) Provenance provenance) {}
