package locality.governance.gateway;

import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import locality.platform.fact.Provenance;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/// What was learnt at a gateway, for the next.
@Embeddable
record Lesson(
        String text, LocalDate learntOn, @JdbcTypeCode(SqlTypes.JSON) Provenance provenance) {}
