package locality.budget.line;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import java.util.UUID;
import locality.budget.agreement.Basis;
import locality.platform.fact.Provenance;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// On which basis a line stands from the first day of a period on, and what allows it: a version of
/// the fund's agreement, or a decision. What was said before is never written again: Hibernate
/// replaces all of a collection whose columns may all be null.
@Embeddable
record LineBasis(
        @Column(nullable = false) LocalDate startsOn,
        @Enumerated(EnumType.STRING) Basis basis,
        @Nullable Integer agreementVersion,
        @Nullable UUID decisionId,
        @JdbcTypeCode(SqlTypes.JSON) Provenance provenance) {}
