package locality.governance.agreement;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import locality.platform.fact.Provenance;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/// That a working draft is approved for use before it is final (*One Commissioning Organisation*,
/// revisions: "approved by all members of Joint Leadership Team as a working document").
///
/// @param by the body or posts that approved it, in words
@Embeddable
record WorkingApproval(
        @Column(name = "approved_on") LocalDate on,
        @Column(name = "approved_by") String by,
        @JdbcTypeCode(SqlTypes.JSON) Provenance provenance) {}
