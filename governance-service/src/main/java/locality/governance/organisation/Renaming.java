package locality.governance.organisation;

import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import locality.platform.fact.Provenance;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/// A later name of an organisation, under the same code.
///
/// @param fromDay the first day it is called so
@Embeddable
record Renaming(
        String name, LocalDate fromDay, @JdbcTypeCode(SqlTypes.JSON) Provenance provenance) {}
