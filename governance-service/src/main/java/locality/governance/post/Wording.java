package locality.governance.post;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import locality.platform.fact.Provenance;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/// What a post was called and counted as until that was put right.
///
/// @param provenance who says what it is called since
@Embeddable
record Wording(
        String title,
        @Enumerated(EnumType.STRING) PostKind kind,
        Instant supersededAt,
        @JdbcTypeCode(SqlTypes.JSON) Provenance provenance) {}
