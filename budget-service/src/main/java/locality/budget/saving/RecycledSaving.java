package locality.budget.saving;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import locality.platform.fact.Provenance;
import locality.platform.money.Pence;
import locality.platform.place.Locality;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/// A saving that came back into a fund, and under which decision (S4 3.2.2).
@Entity
@Immutable
class RecycledSaving {
    @Id UUID id;
    String reference;
    UUID fundId;
    UUID lineId;
    Locality locality;
    Pence amountPence;

    @Column(name = "saved_by")
    String from;

    UUID decisionId;
    UUID entryId;
    LocalDate effectiveOn;
    Instant recordedAt;
    String recordedBy;

    @JdbcTypeCode(SqlTypes.JSON)
    Provenance provenance;
}
