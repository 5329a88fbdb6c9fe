package locality.budget.performance;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import locality.platform.event.PerformancePayEvent.PerformancePayRuleEnded;
import locality.platform.event.PerformancePayEvent.PerformancePayRuleRecorded;
import locality.platform.fact.Provenance;
import locality.platform.money.Pence;
import locality.platform.place.Locality;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// That a part of a fund, up to a quarter of it, is paid by performance, from a day on. Taken away,
/// as it was in 2014 (S4 3.5.4), it ends and stays visible for the days on which it held.
@Entity
class PerformancePayRule {
    /// Up to 25% (S4 3.5.4).
    static final int MOST_BASIS_POINTS = 2_500;

    @Id UUID id;
    String reference;
    Locality locality;
    String name;
    int basisPoints;
    LocalDate startsOn;
    @Nullable LocalDate endsOn;

    @JdbcTypeCode(SqlTypes.JSON)
    Provenance provenance;

    @JdbcTypeCode(SqlTypes.JSON)
    @Nullable Provenance endProvenance;

    @Version long version;

    /// @throws PerformanceRefusal if it holds nothing back or more than a quarter, or ends before
    ///   it starts
    PerformancePayRuleRecorded record() {
        if (basisPoints < 1 || basisPoints > MOST_BASIS_POINTS) {
            throw new PerformanceRefusal.OutOfRange(basisPoints);
        }
        if (endsOn != null && endsOn.isBefore(startsOn)) {
            throw new PerformanceRefusal.EndsFirst(reference, startsOn, endsOn);
        }
        return new PerformancePayRuleRecorded(
                id, reference, name, basisPoints, endsOn, locality, startsOn, provenance);
    }

    /// Takes it away after a day.
    ///
    /// @param lastDay the last on which it holds
    /// @throws PerformanceRefusal if it has an end already, or would end before it starts
    PerformancePayRuleEnded end(LocalDate lastDay, Provenance source) {
        if (endsOn != null) {
            throw new PerformanceRefusal.Ended(reference, endsOn);
        }
        if (lastDay.isBefore(startsOn)) {
            throw new PerformanceRefusal.EndsFirst(reference, startsOn, lastDay);
        }
        endsOn = lastDay;
        endProvenance = source;
        return new PerformancePayRuleEnded(id, reference, locality, lastDay, source);
    }

    boolean holdsOn(LocalDate day) {
        return !day.isBefore(startsOn) && (endsOn == null || !day.isAfter(endsOn));
    }

    /// What is held, due and paid under it; nothing is kept.
    ///
    /// @param on the day whose rule is asked for
    /// @throws PerformanceRefusal if it does not hold that day, or a figure is out of range
    PerformancePay calculate(
            LocalDate on, Pence base, BigDecimal target, BigDecimal achieved, Pence paid) {
        if (!holdsOn(on)) {
            throw new PerformanceRefusal.NotInForce(reference, on, startsOn, endsOn);
        }
        if (base.isNegative() || paid.isNegative()) {
            throw new PerformanceRefusal.NegativeMoney(base, paid);
        }
        if (target.signum() <= 0) {
            throw new PerformanceRefusal.NoTarget(target);
        }
        return PerformancePay.of(base, basisPoints, target, achieved, paid);
    }
}
