package locality.governance.delegation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import locality.governance.period.Period;
import locality.platform.event.GovernanceEvent.DelegationEnded;
import locality.platform.event.GovernanceEvent.DelegationGranted;
import locality.platform.fact.Provenance;
import locality.platform.identifier.Ids;
import locality.platform.money.Pence;
import locality.platform.place.Locality;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// A power passed on by a body, to another body or to the officers of an organisation.
@Entity
class Delegation {
    @Id UUID id;
    String reference;
    UUID fromBody;
    @Nullable UUID toBody;
    @Nullable String toOrganisation;

    @JdbcTypeCode(SqlTypes.ARRAY)
    List<String> functions;

    @Column(name = "locality")
    Locality place;

    /// Null is no limit.
    @Column(name = "limit_pence")
    @Nullable Pence limit;

    @Enumerated(EnumType.STRING)
    LimitKind limitKind;

    boolean maySubDelegate;
    LocalDate effectiveOn;

    /// The last day it is in force, as granted.
    @Nullable LocalDate expiresOn;

    /// The first day it is no longer in force, once revoked.
    @Nullable LocalDate endedOn;

    @Nullable String endReason;

    /// The first of those it takes over from; they share one limit.
    @Nullable UUID continues;

    @Nullable String legalBasis;
    @Nullable String grantingDecision;

    @JdbcTypeCode(SqlTypes.JSON)
    Provenance provenance;

    @Version long version;

    /// @throws DelegationRefusal if it ends before it begins, or its limit is below nothing
    void requireSound() {
        if (expiresOn != null && expiresOn.isBefore(effectiveOn)) {
            throw new DelegationRefusal.ExpiresBeforeItBegins(effectiveOn, expiresOn);
        }
        if (limit != null && limit.isNegative()) {
            throw new DelegationRefusal.NegativeLimit(limit);
        }
    }

    Period period() {
        return new Period(effectiveOn, lastDay());
    }

    /// @param organisation the grantor's, null for a body of several
    DelegationGranted granted(@Nullable String organisation) {
        return new DelegationGranted(
                id,
                reference,
                fromBody,
                organisation,
                toBody,
                toOrganisation,
                functions,
                limit,
                limitKind.name(),
                maySubDelegate,
                place,
                effectiveOn,
                expiresOn,
                provenance);
    }

    /// Ends it; a delegation that never came to be in force ends on the day it would have begun.
    ///
    /// @param firstDayWithout the first day it is no longer in force
    DelegationEnded end(LocalDate firstDayWithout, String reason) {
        if (!outlasts(firstDayWithout)) {
            throw new DelegationRefusal.EndedAlready(reference, lastDay());
        }
        endedOn = firstDayWithout.isBefore(effectiveOn) ? effectiveOn : firstDayWithout;
        endReason = reason;
        return new DelegationEnded(id, reason, place, endedOn);
    }

    boolean coversMoreThan(String function) {
        return functions.stream().anyMatch(one -> !one.equals(function));
    }

    /// The same power but for one function, from the day this one ends.
    ///
    /// @throws IllegalStateException unless this one has ended
    Delegation without(String function, String reference) {
        if (endedOn == null) {
            throw new IllegalStateException(this.reference + " has not ended");
        }
        var rest = new Delegation();
        rest.id = Ids.next();
        rest.reference = reference;
        rest.continues = continues == null ? id : continues;
        rest.fromBody = fromBody;
        rest.toBody = toBody;
        rest.toOrganisation = toOrganisation;
        rest.functions = functions.stream().filter(one -> !one.equals(function)).toList();
        rest.place = place;
        rest.limit = limit;
        rest.limitKind = limitKind;
        rest.maySubDelegate = maySubDelegate;
        rest.effectiveOn = endedOn;
        rest.expiresOn = expiresOn;
        rest.legalBasis = legalBasis;
        rest.grantingDecision = grantingDecision;
        rest.provenance = provenance;
        return rest;
    }

    /// Whether it is still in force on a day, or will be later.
    boolean outlasts(LocalDate day) {
        return !period().isOverBy(day);
    }

    @Nullable LocalDate lastDay() {
        var revoked = endedOn == null ? null : endedOn.minusDays(1);
        if (revoked == null || expiresOn == null) {
            return revoked == null ? expiresOn : revoked;
        }
        return revoked.isBefore(expiresOn) ? revoked : expiresOn;
    }

    boolean inForceOn(LocalDate day) {
        return period().holdsOn(day);
    }
}
