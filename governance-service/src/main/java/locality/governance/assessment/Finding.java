package locality.governance.assessment;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import locality.platform.fact.Provenance;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// What was found, in words.
///
/// @param domain that it is about, null when it is about the whole
/// @param criterion its code, null when it is about none alone
@Embeddable
record Finding(
        @Enumerated(EnumType.STRING) FindingKind kind,
        @Nullable String domain,
        @Nullable String criterion,
        String text,
        LocalDate foundOn,
        @JdbcTypeCode(SqlTypes.JSON) Provenance provenance) {}
