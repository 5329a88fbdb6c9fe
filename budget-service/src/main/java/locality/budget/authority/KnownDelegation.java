package locality.budget.authority;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import locality.platform.event.GovernanceEvent.DelegationEnded;
import locality.platform.event.GovernanceEvent.DelegationGranted;
import locality.platform.money.Pence;
import locality.platform.place.Locality;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// A delegation as governance last told of it: what an organisation's officers may decide at once.
@Entity
public class KnownDelegation {
    @Id UUID id;
    String reference;
    @Nullable String fromOrganisation;
    @Nullable String toOrganisation;

    @JdbcTypeCode(SqlTypes.ARRAY)
    List<String> functions;

    @Nullable Pence limitPence;
    String limitKind;
    Locality locality;
    LocalDate effectiveOn;
    @Nullable LocalDate expiresOn;
    @Nullable LocalDate endedOn;

    void learn(DelegationGranted told) {
        reference = told.reference();
        fromOrganisation = told.fromOrganisation();
        toOrganisation = told.toOrganisation();
        functions = List.copyOf(told.functions());
        limitPence = told.limitPence();
        limitKind = told.limitKind();
        locality = told.locality();
        effectiveOn = told.effectiveOn();
        expiresOn = told.expiresOn();
        endedOn = null;
    }

    void learn(DelegationEnded told) {
        endedOn = told.effectiveOn();
    }

    public UUID id() {
        return id;
    }

    /// Whether it lets its holder decide this, in one decision. Who delegates passes on power over
    /// its own money alone (S4 3.5.5), so whoever delegates must be the only owner; a body of
    /// several organisations owns none. A limit on the year as a whole is for a body to apply: such
    /// a delegation allows nothing at once. It is in force on the day of the matter, and still is
    /// today: what has ended allows nothing new, for no day.
    public boolean covers(Matter matter, LocalDate today) {
        return limitKind.equals("PER_DECISION")
                && locality == matter.locality()
                && functions.contains(matter.function())
                && fromOrganisation != null
                && matter.owners().keySet().equals(Set.of(fromOrganisation))
                && inForceOn(matter.on())
                && inForceOn(today)
                && (limitPence == null || !matter.amount().exceeds(limitPence));
    }

    private boolean inForceOn(LocalDate day) {
        return !effectiveOn.isAfter(day)
                && (expiresOn == null || !expiresOn.isBefore(day))
                && (endedOn == null || endedOn.isAfter(day));
    }
}
