package locality.governance.duty;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.UUID;
import locality.governance.period.Period;
import locality.platform.fact.Provenance;
import locality.platform.identifier.Ids;
import locality.platform.place.Locality;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// What somebody is there to do, while they are. When another takes it over it is another duty,
/// which follows this one: what was whose on a day stays as it was.
@Entity
class Duty {

    /// A body, a post or an organisation: exactly one.
    record Holder(@Nullable UUID body, @Nullable UUID post, @Nullable String organisation) {}

    @Id UUID id;
    String reference;

    /// In the words of the source.
    String text;

    @Nullable UUID bodyId;
    @Nullable UUID postId;
    @Nullable String organisation;
    Locality locality;
    LocalDate effectiveOn;

    /// The last day.
    @Nullable LocalDate endsOn;

    /// The duty as its former holder had it.
    @Nullable UUID follows;

    @JdbcTypeCode(SqlTypes.JSON)
    Provenance provenance;

    @JdbcTypeCode(SqlTypes.JSON)
    @Nullable Provenance endProvenance;

    @Version long version;

    Duty() {}

    /// @throws DutyRefusal if it ends before it begins
    Duty(
            String reference,
            String text,
            Holder holder,
            Locality locality,
            Period period,
            Provenance provenance) {
        if (period.isOverBy(period.from())) {
            throw new DutyRefusal.EndsBeforeItBegins(period);
        }
        this.id = Ids.next();
        this.reference = reference;
        this.text = text;
        this.bodyId = holder.body();
        this.postId = holder.post();
        this.organisation = holder.organisation();
        this.locality = locality;
        this.effectiveOn = period.from();
        this.endsOn = period.until();
        this.provenance = provenance;
    }

    /// @param firstDayWithout the first day it is nobody's
    /// @throws DutyRefusal if it has ended by then, or has not begun the day before
    void end(LocalDate firstDayWithout, Provenance source) {
        var lastDay = firstDayWithout.minusDays(1);
        if (period().isOverBy(firstDayWithout)) {
            throw new DutyRefusal.EndedAlready(reference, endsOn);
        }
        if (lastDay.isBefore(effectiveOn)) {
            throw new DutyRefusal.EndsBeforeItBegins(new Period(effectiveOn, lastDay));
        }
        endsOn = lastDay;
        endProvenance = source;
    }

    /// The same duty of another, from the day this one's holder has it no longer.
    ///
    /// @throws DutyRefusal if it has ended by then, or they have it already
    Duty passOn(Holder to, String newReference, LocalDate effectiveOn, Provenance source) {
        if (holder().equals(to)) {
            throw new DutyRefusal.TheirsAlready(reference);
        }
        var lastDay = endsOn;
        end(effectiveOn, source);
        var next =
                new Duty(
                        newReference, text, to, locality, new Period(effectiveOn, lastDay), source);
        next.follows = id;
        return next;
    }

    Holder holder() {
        return new Holder(bodyId, postId, organisation);
    }

    Period period() {
        return new Period(effectiveOn, endsOn);
    }

    DutyRecord written() {
        return new DutyRecord(
                id,
                reference,
                bodyId,
                postId,
                organisation,
                locality,
                effectiveOn,
                endsOn,
                follows);
    }
}
