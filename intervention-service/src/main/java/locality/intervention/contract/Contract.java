package locality.intervention.contract;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.UUID;
import locality.platform.fact.Provenance;
import locality.platform.place.Locality;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// A contract that gateways pass scope to. It is known by its reference, from its draft on.
@Entity
class Contract {
    @Id UUID id;
    String reference;
    String title;

    @Enumerated(EnumType.STRING)
    ContractKind kind;

    @Enumerated(EnumType.STRING)
    ContractState state = ContractState.DRAFT;

    @Nullable LocalDate beginsOn;
    @Nullable LocalDate endsOn;
    Locality locality;

    @JdbcTypeCode(SqlTypes.JSON)
    Provenance provenance;

    @Version long version;

    /// @throws ContractRefusal if it would end before it begins
    void requireSound() {
        if (beginsOn != null && endsOn != null && endsOn.isBefore(beginsOn)) {
            throw new ContractRefusal.EndsBeforeItBegins(reference, beginsOn, endsOn);
        }
    }
}
