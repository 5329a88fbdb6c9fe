package locality.governance.composition;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import locality.governance.authority.Standing;
import locality.governance.body.BodyOnDate;
import locality.governance.period.Period;
import locality.platform.fact.Provenance;
import locality.platform.identifier.Ids;
import locality.platform.place.Locality;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// A rule about who sits in a body, while it holds. It asks nothing before the body is there and
/// nothing once it is dissolved.
@Entity
class SeatRule {
    @Id UUID id;
    UUID bodyId;
    String bodyReference;
    int number;
    Locality locality;

    @JdbcTypeCode(SqlTypes.JSON)
    Rule rule;

    LocalDate fromDay;

    /// The last day, null while no end is known.
    @Nullable LocalDate untilDay;

    @JdbcTypeCode(SqlTypes.JSON)
    Provenance provenance;

    @JdbcTypeCode(SqlTypes.JSON)
    @Nullable Provenance endProvenance;

    @Version long version;

    SeatRule() {}

    /// @param number among the body's rules, counted from one
    SeatRule(BodyOnDate body, int number, Rule rule, Period period, Provenance provenance) {
        if (period.isOverBy(period.from())) {
            throw new CompositionRefusal.EndsBeforeItBegins(period);
        }
        this.id = Ids.next();
        this.bodyId = body.id();
        this.bodyReference = body.reference();
        this.locality = body.locality();
        this.number = number;
        this.rule = rule;
        this.fromDay = period.from();
        this.untilDay = period.until();
        this.provenance = provenance;
    }

    /// As in `HMR-FSMP/1`.
    String reference() {
        return bodyReference + "/" + number;
    }

    Period period() {
        return new Period(fromDay, untilDay);
    }

    SeatRuleWritten written() {
        return new SeatRuleWritten(id, bodyId, rule.kind(), untilDay, locality, fromDay);
    }

    /// @param firstDayWithout the first day it asks nothing any longer
    SeatRuleWritten end(LocalDate firstDayWithout, Provenance source) {
        var lastDay = firstDayWithout.minusDays(1);
        if (!period().holdsOn(lastDay)) {
            throw new CompositionRefusal.NotInForce(reference(), lastDay);
        }
        untilDay = lastDay;
        endProvenance = source;
        return written();
    }

    /// What is broken of it on the day of the boards.
    Optional<Shortfall> shortfall(Boards boards) {
        var body = boards.body(bodyId);
        return body.standing() == Standing.ESTABLISHED || body.standing() == Standing.SHADOW
                ? rule.shortfall(body, boards)
                : Optional.empty();
    }
}
