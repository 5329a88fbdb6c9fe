package locality.governance.calendar;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.LocalDate;
import java.util.List;
import java.util.NavigableMap;
import java.util.UUID;
import java.util.stream.Stream;
import locality.governance.body.BodyOnDate;
import locality.governance.period.Period;
import locality.platform.fact.Provenance;
import locality.platform.place.Locality;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// That whoever holds a seat is expected at one meeting of the body in every so many months, as the
/// chair of a provider's board at a commissioning board each quarter (*Twelve Month Review*,
/// 2.1.1). A substitute in the seat counts.
@Entity
class AttendanceCycle {
    @Id UUID id;
    UUID bodyId;
    String bodyReference;
    Locality locality;
    String seat;
    int everyMonths;
    LocalDate fromDay;

    /// The last day of it, null while no end is known.
    @Nullable LocalDate untilDay;

    @JdbcTypeCode(SqlTypes.JSON)
    Provenance provenance;

    AttendanceCycle() {}

    /// @throws CalendarRefusal if it ends before it begins
    static AttendanceCycle expected(
            UUID id,
            BodyOnDate body,
            String seat,
            int everyMonths,
            Period period,
            Provenance provenance) {
        if (period.until() != null && period.isOverBy(period.from())) {
            throw new CalendarRefusal.EndsBeforeItBegins(period.from(), period.until());
        }
        var cycle = new AttendanceCycle();
        cycle.id = id;
        cycle.bodyId = body.id();
        cycle.bodyReference = body.reference();
        cycle.locality = body.locality();
        cycle.seat = body.requireSeat(seat).seat();
        cycle.everyMonths = everyMonths;
        cycle.fromDay = period.from();
        cycle.untilDay = period.until();
        cycle.provenance = provenance;
        return cycle;
    }

    Period period() {
        return new Period(fromDay, untilDay);
    }

    /// Months in which one attendance is expected.
    ///
    /// @param meeting the first one that was attended in them, null while there is none
    @Schema(name = "AttendanceWindow")
    record Window(LocalDate from, LocalDate until, State state, @Nullable String meeting) {}

    @Schema(name = "AttendanceState")
    enum State {
        ATTENDED,
        DUE,
        MISSED
    }

    /// The windows that have begun by a day, in order; the last is cut short where the expectation
    /// ends.
    ///
    /// @param attended by day, the meetings of the body at which the seat was taken
    List<Window> windows(NavigableMap<LocalDate, String> attended, LocalDate today) {
        return Stream.iterate(0, step -> step + 1)
                .map(step -> fromDay.plusMonths((long) step * everyMonths))
                .takeWhile(from -> !from.isAfter(today) && !period().isOverBy(from))
                .map(from -> window(from, attended, today))
                .toList();
    }

    private Window window(
            LocalDate from, NavigableMap<LocalDate, String> attended, LocalDate today) {
        var end = from.plusMonths(everyMonths).minusDays(1);
        var until = period().isOverBy(end) && untilDay != null ? untilDay : end;
        var there = attended.subMap(from, true, until, true);
        var state =
                !there.isEmpty()
                        ? State.ATTENDED
                        : until.isBefore(today) ? State.MISSED : State.DUE;
        return new Window(
                from, until, state, there.isEmpty() ? null : there.firstEntry().getValue());
    }
}
