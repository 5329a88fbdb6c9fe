package locality.governance.scrutiny;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.UUID;
import locality.governance.period.Period;
import locality.platform.fact.Provenance;
import locality.platform.place.Locality;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/// So many reports on a subject that a committee wants in a period, as Rochdale programmed two to
/// its Health Overview and Scrutiny Committee and two to its Delivery Safeguarding Board (*Twelve
/// Month Review*, 2.1.2).
@Entity
class ScrutinyQuota {
    @Id UUID id;

    /// `ROC-HOSC-SQ-1`.
    String reference;

    int number;
    UUID bodyId;
    String bodyReference;
    String bodyName;
    Locality locality;
    String subject;
    int reportsWanted;
    LocalDate fromDay;

    /// The last day of the period.
    LocalDate untilDay;

    @JdbcTypeCode(SqlTypes.JSON)
    Provenance provenance;

    @Version long version;

    ScrutinyQuota() {}

    Period period() {
        return new Period(fromDay, untilDay);
    }

    /// Whether as many reports came as it wants.
    boolean isMetBy(int reports) {
        return reports >= reportsWanted;
    }

    QuotaSet told() {
        return new QuotaSet(
                id, reference, bodyId, subject, reportsWanted, untilDay, locality, fromDay);
    }
}
