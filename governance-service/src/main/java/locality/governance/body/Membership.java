package locality.governance.body;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.time.LocalDate;
import locality.governance.period.Period;
import locality.governance.voting.Seat;
import locality.platform.event.GovernanceEvent.SeatChanged;
import locality.platform.fact.Provenance;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// Who sits in a seat, from one day to another. When nobody follows the seat stands vacant, and
/// counts as one of the body's, until it is abolished.
///
/// @param seat the seat's short reference inside the body, as in `CHAIR`
/// @param personReference opaque; null while the seat is vacant
/// @param organisation on whose behalf, if on anybody's
/// @param untilDay the last day, null while no end is known
/// @param seatAbolishedOn the first day there is no such seat, null while there is
/// @param endProvenance who says that it ended, null when it was seated with its end
@Embeddable
record Membership(
        String seat,
        String post,
        @Nullable String personReference,
        boolean votingRight,
        @Nullable String organisation,
        LocalDate fromDay,
        @Nullable LocalDate untilDay,
        @Nullable LocalDate seatAbolishedOn,
        @JdbcTypeCode(SqlTypes.JSON) Provenance provenance,
        @JdbcTypeCode(SqlTypes.JSON) @Nullable Provenance endProvenance,
        @Column(insertable = false, updatable = false) @Nullable Instant recordedAt)
        implements Recorded {

    /// One who takes a seat, or a vacant seat when no person is named.
    static Membership taken(
            String seat,
            String post,
            @Nullable String personReference,
            boolean votingRight,
            @Nullable String organisation,
            Period period,
            Provenance provenance) {
        return new Membership(
                seat,
                post,
                personReference,
                votingRight,
                organisation,
                period.from(),
                period.until(),
                null,
                provenance,
                null,
                null);
    }

    Period period() {
        return new Period(fromDay, untilDay);
    }

    boolean overlaps(Membership other) {
        return seat.equals(other.seat) && period().overlaps(other.period());
    }

    /// @param lastDay of the member, in a seat that stays
    Membership until(LocalDate lastDay, Provenance source) {
        return ending(lastDay, null, source);
    }

    /// The seat goes, and its member with it unless they had left.
    Membership abolished(LocalDate firstDayWithout, Provenance source) {
        return period().isOverBy(firstDayWithout)
                ? ending(untilDay, firstDayWithout, endProvenance)
                : ending(firstDayWithout.minusDays(1), firstDayWithout, source);
    }

    /// This membership while it holds, then the seat it left, vacant.
    Membership asOf(LocalDate day) {
        if (untilDay == null || !day.isAfter(untilDay)) {
            return this;
        }
        return new Membership(
                seat,
                post,
                null,
                votingRight,
                organisation,
                untilDay.plusDays(1),
                seatAbolishedOn == null ? null : seatAbolishedOn.minusDays(1),
                seatAbolishedOn,
                endProvenance == null ? provenance : endProvenance,
                endProvenance,
                recordedAt);
    }

    boolean isAbolishedBy(LocalDate day) {
        return seatAbolishedOn != null && !day.isBefore(seatAbolishedOn);
    }

    Seat asSeat() {
        return new Seat(seat, post, personReference, organisation, votingRight);
    }

    private Membership ending(
            @Nullable LocalDate lastDay,
            @Nullable LocalDate abolishedOn,
            @Nullable Provenance source) {
        return new Membership(
                seat,
                post,
                personReference,
                votingRight,
                organisation,
                fromDay,
                lastDay,
                abolishedOn,
                provenance,
                source,
                recordedAt);
    }

    boolean isVacant() {
        return personReference == null;
    }

    /// Whether it is a vacancy with no end in sight, before somebody who takes the seat.
    boolean isFilledBy(Membership next) {
        return isVacant()
                && !next.isVacant()
                && untilDay == null
                && fromDay.isBefore(next.fromDay)
                && seat.equals(next.seat);
    }

    Membership filledBy(Membership next) {
        return until(next.fromDay.minusDays(1), next.provenance);
    }

    Membership later(Membership other) {
        return other.fromDay.isAfter(fromDay) ? other : this;
    }

    /// What its seat is from a day on. Who sits in it is not told.
    ///
    /// @param state `FILLED`, `VACANT` or `ABOLISHED`
    SeatChanged told(Body of, String state, Period during, Provenance source) {
        return new SeatChanged(
                of.id,
                of.reference,
                seat,
                post,
                votingRight,
                organisation,
                state,
                of.locality,
                during.from(),
                during.until(),
                source);
    }

    /// @param was what it was held to be until it was changed
    @Embeddable
    record Before(int ordinal, Membership was, Instant supersededAt)
            implements Superseded<Membership> {}
}
