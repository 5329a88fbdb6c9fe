package locality.governance.consultation;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import locality.platform.fact.Provenance;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// A stage that was begun.
///
/// @param note what came of it, in words that name nobody
/// @param responses how many answered by then, null when nobody counted
@Embeddable
record StageStep(
        @Enumerated(EnumType.STRING) Stage stage,
        LocalDate begunOn,
        @Nullable String note,
        @Nullable Integer responses,
        @JdbcTypeCode(SqlTypes.JSON) Provenance provenance) {}
