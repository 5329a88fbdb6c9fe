package locality.governance.agreement;

import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import locality.platform.fact.Provenance;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/// A signature under one version, and under no other.
///
/// @param organisation on whose behalf
/// @param post that signed, never a person
@Embeddable
record SignOff(
        String organisation,
        String post,
        LocalDate signedOn,
        @JdbcTypeCode(SqlTypes.JSON) Provenance provenance) {}
