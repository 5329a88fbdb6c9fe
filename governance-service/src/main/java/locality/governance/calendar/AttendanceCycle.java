package locality.governance.calendar;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
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

    /// The windows that have begun by a day, in order, each from the day after the one before; the
    /// last is cut short where the expectation ends, or with the seat or the body.
    ///
    /// @param attended by day, the meetings of the body at which the seat was taken
    /// @param gone the first day without the seat or the body, null while both are to stay
    List<Window> windows(
            NavigableMap<LocalDate, String> attended, @Nullable LocalDate gone, LocalDate today) {
        var last = lastDay(gone);
        return Stream.iterate(0, step -> step + 1)
                .takeWhile(step -> !beginning(step).isAfter(today))
                .takeWhile(step -> !beginning(step).isAfter(last))
                .map(step -> window(step, last, attended, today))
                .toList();
    }

    /// Counted from the first day, so that months of different lengths leave no gap.
    private LocalDate beginning(int step) {
        return fromDay.plusMonths((long) step * everyMonths);
    }

    private LocalDate lastDay(@Nullable LocalDate gone) {
        return Stream.of(
                        Optional.ofNullable(untilDay),
                        Optional.ofNullable(gone).map(day -> day.minusDays(1)))
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder())
                .orElse(LocalDate.MAX);
    }

    private Window window(
            int step, LocalDate last, NavigableMap<LocalDate, String> attended, LocalDate today) {
        var from = beginning(step);
        var end = beginning(step + 1).minusDays(1);
        var until = end.isAfter(last) ? last : end;
        var there = attended.subMap(from, true, until, true);
        var state =
                !there.isEmpty()
                        ? State.ATTENDED
                        : until.isBefore(today) ? State.MISSED : State.DUE;
        return new Window(
                from, until, state, there.isEmpty() ? null : there.firstEntry().getValue());
    }
}
