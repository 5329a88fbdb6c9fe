package locality.governance.route;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import locality.governance.period.Period;
import locality.platform.fact.Provenance;
import locality.platform.http.EntityTag;
import locality.platform.money.Pence;
import locality.platform.place.Locality;
import locality.platform.refusal.Refusal;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// The bodies that matters of a kind pass in a place, in order. Manchester's section 75 agreement
/// goes from the City Wide Leadership Group and the Executive Health and Wellbeing Group, which
/// recommend it, to the Health and Wellbeing Board, which approves it (*Living Longer, Living
/// Better: Progress Update*, 3.2.5, 5.1, 8.2).
@Entity
public class ApprovalRoute {
    @Id UUID id;
    String reference;
    String subjectType;
    Locality place;

    /// The least value it is for, in pence; null for a matter of any value, and of none.
    @Column(name = "from_pence")
    @Nullable Pence from;

    /// The first value it is no longer for, in pence; null has no upper end.
    @Column(name = "below_pence")
    @Nullable Pence below;

    LocalDate effectiveOn;

    /// The last day it is in force, null while no end is known.
    @Nullable LocalDate endsOn;

    @JdbcTypeCode(SqlTypes.JSON)
    List<RouteStep> steps = List.of();

    @JdbcTypeCode(SqlTypes.JSON)
    Provenance provenance;

    @Version long version;

    ApprovalRoute() {}

    /// @throws RouteRefusal if it names a body twice, does not lead from recommending to an
    ///   approval at its end, or its days or its values are the wrong way round
    void requireSound() {
        if (endsOn != null && endsOn.isBefore(effectiveOn)) {
            throw new RouteRefusal.EndsBeforeItBegins(effectiveOn, endsOn);
        }
        if (from != null && below != null && !below.exceeds(from)) {
            throw new RouteRefusal.EmptyBand(from, below);
        }
        var passed = new HashSet<UUID>();
        for (int i = 0; i < steps.size(); i++) {
            var step = steps.get(i);
            if (!passed.add(step.bodyId())) {
                throw new RouteRefusal.BodyTwice(step.body());
            }
            if (step.type().needsAuthority() != (i == steps.size() - 1)) {
                throw new RouteRefusal.ApprovalComesLast(i + 1, step.type());
            }
        }
    }

    /// @throws RouteRefusal if it has ended by then
    void end(LocalDate lastDay) {
        if (lastDay.isBefore(effectiveOn)) {
            throw new RouteRefusal.EndsBeforeItBegins(effectiveOn, lastDay);
        }
        if (endsOn != null && !endsOn.isAfter(lastDay)) {
            throw new RouteRefusal.EndedAlready(reference, endsOn);
        }
        endsOn = lastDay;
    }

    Period period() {
        return new Period(effectiveOn, endsOn);
    }

    /// @param value null for a matter that is not about money
    boolean isFor(@Nullable Pence value) {
        var worth = value == null ? Pence.ZERO : value;
        return (from == null || !from.exceeds(worth)) && (below == null || below.exceeds(worth));
    }

    boolean overlaps(ApprovalRoute other) {
        return period().overlaps(other.period())
                && (from == null || other.below == null || other.below.exceeds(from))
                && (below == null || other.from == null || below.exceeds(other.from));
    }

    /// @throws Refusal if it has changed since the caller read it
    void requireUnchanged(@Nullable String ifMatch) {
        new EntityTag(version).check(ifMatch);
    }

    public String reference() {
        return reference;
    }

    public List<RouteStep> steps() {
        return steps;
    }
}
