package locality.governance.meeting;

import jakarta.persistence.Embeddable;
import locality.platform.fact.Provenance;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/// A matter on a meeting's agenda; its number is its place there.
@Embeddable
record AgendaItem(String title, @JdbcTypeCode(SqlTypes.JSON) Provenance provenance) {}
