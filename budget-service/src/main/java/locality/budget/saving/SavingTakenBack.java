package locality.budget.saving;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/// A recycled saving that was none, or of another amount, was taken back.
@Entity
@Immutable
class SavingTakenBack {
    @Id UUID savingId;
    UUID entryId;
    String reason;
    Instant recordedAt;
    String recordedBy;
}
