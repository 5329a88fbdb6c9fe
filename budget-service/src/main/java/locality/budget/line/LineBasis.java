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
/// the fund's agreement, or a decision. The day is the key by which a line holds it, so that what
/// is said later is added and nothing that was said is written again.
@Embeddable
record LineBasis(
        @Column(insertable = false, updatable = false) LocalDate startsOn,
        @Enumerated(EnumType.STRING) Basis basis,
        @Nullable Integer agreementVersion,
        @Nullable UUID decisionId,
        @JdbcTypeCode(SqlTypes.JSON) Provenance provenance) {}
