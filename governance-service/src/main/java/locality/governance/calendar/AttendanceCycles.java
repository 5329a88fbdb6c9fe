package locality.governance.calendar;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import locality.governance.body.BodyRegister;
import locality.governance.calendar.AttendanceCycle.State;
import locality.governance.calendar.AttendanceCycle.Window;
import locality.governance.period.Period;
import locality.platform.event.EventType;
import locality.platform.event.InternalEvent;
import locality.platform.eventlog.EventLog;
import locality.platform.fact.Provenance;
import locality.platform.identifier.Ids;
import locality.platform.place.Locality;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Who is expected at which body how often, and when they came.
@ApplicationScoped
class AttendanceCycles implements PanacheRepositoryBase<AttendanceCycle, UUID> {

    private final BodyRegister bodies;
    private final EventLog eventLog;

    AttendanceCycles(BodyRegister bodies, EventLog eventLog) {
        this.bodies = bodies;
        this.eventLog = eventLog;
    }

    @EventType("governance.attendance-expected.v1")
    record AttendanceExpected(
            UUID cycleId,
            UUID bodyId,
            String seat,
            int everyMonths,
            Locality locality,
            LocalDate effectiveOn)
            implements InternalEvent {

        @Override
        public String subjectType() {
            return "attendance-cycle";
        }

        @Override
        public String subjectId() {
            return cycleId.toString();
        }
    }

    /// @param until the last day of it, null while no end is known
    @Schema(name = "AttendanceCycle")
    record Shown(
            UUID id,
            String body,
            String seat,
            int everyMonths,
            LocalDate from,
            @Nullable LocalDate until,
            List<Window> windows,
            Provenance provenance) {}

    /// @throws CalendarRefusal if the seat is expected already on one of these days
    @Transactional
    AttendanceCycle expect(
            String bodyIdOrReference,
            String seat,
            int everyMonths,
            Period period,
            Provenance provenance) {
        var body = bodies.requireForWriting(bodyIdOrReference, period.from());
        var cycle =
                AttendanceCycle.expected(Ids.next(), body, seat, everyMonths, period, provenance);
        of(body.id()).stream()
                .filter(other -> other.seat.equals(seat) && other.period().overlaps(period))
                .findFirst()
                .ifPresent(
                        other -> {
                            throw new CalendarRefusal.ExpectedAlready(
                                    seat, other.fromDay, other.untilDay);
                        });
        persistAndFlush(cycle);
        eventLog.append(
                new AttendanceExpected(
                        cycle.id, cycle.bodyId, seat, everyMonths, cycle.locality, cycle.fromDay));
        return cycle;
    }

    List<AttendanceCycle> of(UUID body) {
        return list("bodyId = ?1 order by seat, fromDay", body);
    }

    List<Shown> shown(List<AttendanceCycle> cycles, LocalDate on) {
        var attended = attended(cycles);
        var gone = gone(cycles);
        return cycles.stream()
                .map(
                        cycle ->
                                new Shown(
                                        cycle.id,
                                        cycle.bodyReference,
                                        cycle.seat,
                                        cycle.everyMonths,
                                        cycle.fromDay,
                                        cycle.untilDay,
                                        windows(cycle, attended, gone, on),
                                        cycle.provenance))
                .toList();
    }

    /// The windows that ended without an attendance between two days, the first of which counts.
    List<Missed> missed(Set<Locality> places, LocalDate from, LocalDate on) {
        var cycles = list("locality in ?1 order by bodyReference, seat, fromDay", places);
        var attended = attended(cycles);
        var gone = gone(cycles);
        return cycles.stream()
                .flatMap(
                        cycle ->
                                windows(cycle, attended, gone, on).stream()
                                        .filter(window -> window.state() == State.MISSED)
                                        .filter(window -> !window.until().isBefore(from))
                                        .map(
                                                window ->
                                                        new Missed(
                                                                Missed.What.ATTENDANCE,
                                                                cycle.bodyReference,
                                                                cycle.locality,
                                                                cycle.seat,
                                                                window.from(),
                                                                window.until(),
                                                                null)))
                .toList();
    }

    private record SeatOfBody(UUID body, String seat) {}

    private static List<Window> windows(
            AttendanceCycle cycle,
            Map<SeatOfBody, NavigableMap<LocalDate, String>> attended,
            Map<UUID, LocalDate> gone,
            LocalDate on) {
        var days = attended.get(new SeatOfBody(cycle.bodyId, cycle.seat));
        return cycle.windows(
                days == null ? new TreeMap<>() : new TreeMap<>(days.headMap(on, true)),
                gone.get(cycle.id),
                on);
    }

    /// By cycle, the first day without its seat or its body, where there is one; read for all at
    /// once.
    private Map<UUID, LocalDate> gone(List<AttendanceCycle> cycles) {
        var gone = new HashMap<UUID, LocalDate>();
        if (cycles.isEmpty()) {
            return gone;
        }
        getEntityManager()
                .createNativeQuery(
                        """
                        select c.id, least(
                          (select min(s.effective_on) from body_step s
                           where s.body_id = c.body_id and s.state = 'DISSOLVED'),
                          (select min(u.sunset_on) from body_sunset u
                           where u.body_id = c.body_id),
                          (select min(m.seat_abolished_on) from membership m
                           where m.body_id = c.body_id and m.seat = c.seat
                             and m.seat_abolished_on > c.from_day)) as gone
                        from attendance_cycle c where c.id in (:cycles)
                        """,
                        Object[].class)
                .setParameter("cycles", cycles.stream().map(cycle -> cycle.id).toList())
                .getResultList()
                .forEach(
                        row -> {
                            var cells = (Object[]) row;
                            if (cells[1] != null) {
                                gone.put((UUID) cells[0], day(cells[1]));
                            }
                        });
        return gone;
    }

    /// By seat, the days on which it was taken, with the meeting; read for all at once.
    private Map<SeatOfBody, NavigableMap<LocalDate, String>> attended(
            List<AttendanceCycle> cycles) {
        var bodyIds = cycles.stream().map(cycle -> cycle.bodyId).distinct().toList();
        var attended = new HashMap<SeatOfBody, NavigableMap<LocalDate, String>>();
        if (bodyIds.isEmpty()) {
            return attended;
        }
        getEntityManager()
                .createNativeQuery(
                        """
                        select m.body_id, a.seat, cast(s.starts_at as date) as day, m.reference
                        from meeting m
                        join sitting s on s.meeting_id = m.id
                        join attendance a on a.meeting_id = m.id and a.sitting = s.number
                        where m.body_id in (:bodies)
                          and (a.left_at is null or a.left_at > a.arrived_at)
                        """,
                        Object[].class)
                .setParameter("bodies", bodyIds)
                .getResultList()
                .forEach(row -> add(attended, (Object[]) row));
        return attended;
    }

    private static void add(
            Map<SeatOfBody, NavigableMap<LocalDate, String>> attended, Object[] row) {
        attended.computeIfAbsent(
                        new SeatOfBody((UUID) row[0], (String) row[1]), _ -> new TreeMap<>())
                .putIfAbsent(day(row[2]), (String) row[3]);
    }

    private static LocalDate day(Object value) {
        return value instanceof java.sql.Date date ? date.toLocalDate() : (LocalDate) value;
    }
}
