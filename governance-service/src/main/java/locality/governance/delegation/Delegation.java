package locality.governance.delegation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
    private static final String EXPIRED = "EXPIRED";

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

    /// When its end was recorded.
    @Nullable Instant endedRecordedAt;

    /// The first of those it takes over from; they share one limit.
    @Nullable UUID continues;

    /// What its holder must keep to.
    @JdbcTypeCode(SqlTypes.ARRAY)
    List<String> conditions = List.of();

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
    /// @param now when that is recorded
    DelegationEnded end(LocalDate firstDayWithout, String reason, Instant now) {
        if (!outlasts(firstDayWithout)) {
            throw new DelegationRefusal.EndedAlready(reference, lastDay());
        }
        endedOn = firstDayWithout.isBefore(effectiveOn) ? effectiveOn : firstDayWithout;
        endReason = reason;
        endedRecordedAt = now;
        return new DelegationEnded(id, reason, place, endedOn);
    }

    /// Its last day is past: it ends without anybody's doing, and that is told once.
    ///
    /// @throws IllegalStateException if it has ended already or is still to last
    DelegationEnded expire(LocalDate today, Instant now) {
        if (endedOn != null || expiresOn == null || !expiresOn.isBefore(today)) {
            throw new IllegalStateException(reference + " does not expire by " + today);
        }
        endedOn = expiresOn.plusDays(1);
        endReason = EXPIRED;
        endedRecordedAt = now;
        return new DelegationEnded(id, EXPIRED, place, endedOn);
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
        rest.conditions = conditions;
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

    /// Whether power over this function in this place may rest on it: it is of the place, or of all
    /// of Greater Manchester.
    boolean carries(Collection<String> wanted, Locality where) {
        return !Collections.disjoint(functions, wanted)
                && (place == where || place == Locality.GREATER_MANCHESTER);
    }

    /// What a scheme that is sent back says otherwise, by column.
    List<String> differencesFrom(Delegation other) {
        var same = new LinkedHashMap<String, Boolean>();
        same.put("from", fromBody.equals(other.fromBody));
        same.put("to", Objects.equals(toBody, other.toBody));
        same.put("toOrganisation", Objects.equals(toOrganisation, other.toOrganisation));
        same.put("functions", functions.equals(other.functions));
        same.put("place", place == other.place);
        same.put("limitPence", Objects.equals(limit, other.limit));
        same.put("limitKind", limitKind == other.limitKind);
        same.put("maySubDelegate", maySubDelegate == other.maySubDelegate);
        same.put("effectiveOn", effectiveOn.equals(other.effectiveOn));
        same.put("expiresOn", Objects.equals(expiresOn, other.expiresOn));
        same.put("legalBasis", Objects.equals(legalBasis, other.legalBasis));
        same.put("grantingDecision", Objects.equals(grantingDecision, other.grantingDecision));
        same.put("conditions", conditions.equals(other.conditions));
        return same.entrySet().stream()
                .filter(one -> !one.getValue())
                .map(Map.Entry::getKey)
                .toList();
    }

    boolean inForceOn(LocalDate day) {
        return period().holdsOn(day);
    }
}
