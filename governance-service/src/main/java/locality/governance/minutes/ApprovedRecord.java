package locality.governance.minutes;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/// What the record of a meeting said when its minutes were approved.
@Entity
@Immutable
class ApprovedRecord {
    @Id UUID meetingId;

    @JdbcTypeCode(SqlTypes.JSON)
    MinutesDocument document;

    ApprovedRecord() {}

    ApprovedRecord(UUID meetingId, MinutesDocument document) {
        this.meetingId = meetingId;
        this.document = document;
    }
}
