package locality.governance.function;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.LocalDate;
import java.util.UUID;
import locality.governance.organisation.OrganisationKind;
import locality.governance.period.Period;
import locality.platform.event.GovernanceEvent.FunctionArranged;
import locality.platform.fact.Provenance;
import locality.platform.identifier.Ids;
import locality.platform.place.Locality;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// How a place arranges a function, from its first day to its last. A place arranges a function in
/// one way at a time.
@Entity
class FunctionInPlace {
    @Id UUID id;
    String functionCode;
    Locality place;
    boolean reserved;

    @Enumerated(EnumType.STRING)
    @Nullable OrganisationKind ownerKind;

    LocalDate effectiveOn;

    /// The last day; the day before the first when another took its place on that very day.
    @Nullable LocalDate endsOn;

    @JdbcTypeCode(SqlTypes.JSON)
    Provenance provenance;

    FunctionInPlace() {}

    FunctionInPlace(
            String functionCode,
            Locality place,
            boolean reserved,
            @Nullable OrganisationKind ownerKind,
            Period period,
            Provenance provenance) {
        if (period.isOverBy(period.from())) {
            throw new FunctionRefusal.EndsBeforeItBegins(period);
        }
        this.id = Ids.next();
        this.functionCode = functionCode;
        this.place = place;
        this.reserved = reserved;
        this.ownerKind = ownerKind;
        this.effectiveOn = period.from();
        this.endsOn = period.until();
        this.provenance = provenance;
    }

    /// Ends the day before the next one begins; one that is to begin later stands in its way.
    FunctionArranged giveWayTo(FunctionInPlace next) {
        if (effectiveOn.isAfter(next.effectiveOn)) {
            throw new FunctionRefusal.ArrangedFromLater(this);
        }
        return end(next.effectiveOn, next.provenance);
    }

    /// @param firstDayWithout the first day it no longer holds
    FunctionArranged end(LocalDate firstDayWithout, Provenance source) {
        endsOn = firstDayWithout.minusDays(1);
        return arranged(source);
    }

    FunctionArranged arranged() {
        return arranged(provenance);
    }

    Period period() {
        return new Period(effectiveOn, endsOn);
    }

    private FunctionArranged arranged(Provenance source) {
        return new FunctionArranged(
                id,
                functionCode,
                reserved,
                ownerKind == null ? null : ownerKind.name(),
                place,
                effectiveOn,
                endsOn,
                source,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
