package locality.governance.body;

import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import locality.governance.voting.Seat;
import locality.platform.fact.Provenance;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// Who sits in a seat, from one day to another.
///
/// @param seat the seat's short reference inside the body, as in `CHAIR`
/// @param personReference opaque; null while the seat is vacant
/// @param organisation on whose behalf, if on anybody's
/// @param untilDay the last day, null while no end is known
@Embeddable
record Membership(
        String seat,
        String post,
        @Nullable String personReference,
        boolean votingRight,
        @Nullable String organisation,
        LocalDate fromDay,
        @Nullable LocalDate untilDay,
        @JdbcTypeCode(SqlTypes.JSON) Provenance provenance) {

    boolean holdsOn(LocalDate day) {
        return !day.isBefore(fromDay) && (untilDay == null || !day.isAfter(untilDay));
    }

    boolean overlaps(Membership other) {
        return seat.equals(other.seat)
                && (untilDay == null || !other.fromDay.isAfter(untilDay))
                && (other.untilDay == null || !fromDay.isAfter(other.untilDay));
    }

    Membership until(LocalDate lastDay) {
        return new Membership(
                seat,
                post,
                personReference,
                votingRight,
                organisation,
                fromDay,
                lastDay,
                provenance);
    }

    Seat asSeat() {
        return new Seat(seat, post, personReference, organisation, votingRight);
    }
}
