package locality.governance.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import locality.governance.body.BodyOnDate;
import locality.governance.body.BodyRegister;
import locality.governance.calendar.CycleView.MeetingOfCycle;
import locality.governance.meeting.Meeting;
import locality.governance.meeting.Meetings;
import locality.governance.meeting.PlanMeeting;
import locality.governance.meeting.Schedule;
import locality.governance.recorder.Recorder;
import locality.governance.recorder.Turns;
import locality.platform.fact.Provenance;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Plans the meetings of a body that its terms of reference ask for, in one call. A cycle that has
/// a meeting already, planned or held, is left as it is, so that planning twice plans once.
@ApplicationScoped
class PlanCalendar {

    private final BodyRegister bodies;
    private final Expectations expectations;
    private final Meetings meetings;
    private final PlanMeeting planMeeting;
    private final EntityManager entities;
    private final Recorder recorder;

    PlanCalendar(
            BodyRegister bodies,
            Expectations expectations,
            Meetings meetings,
            PlanMeeting planMeeting,
            EntityManager entities,
            Recorder recorder) {
        this.bodies = bodies;
        this.expectations = expectations;
        this.meetings = meetings;
        this.planMeeting = planMeeting;
        this.entities = entities;
        this.recorder = recorder;
    }

    /// @param first when the first of them starts: its weekday of the month or its week, and its
    ///   time, are those of all
    /// @param minutes how long each lasts, null when nobody said
    record Wish(
            Days days,
            LocalDateTime first,
            @Nullable Integer minutes,
            @Nullable String place,
            boolean openToPublic,
            Provenance provenance) {

        private Schedule at(LocalDateTime startsAt) {
            return new Schedule(
                    startsAt,
                    minutes == null ? null : startsAt.plusMinutes(minutes),
                    place,
                    openToPublic);
        }
    }

    /// What became of a date.
    ///
    /// @param startsAt when it is met, a bank holiday moved
    /// @param movedFrom the date that is a bank holiday, null when none was moved
    /// @param movedBecause which bank holiday
    /// @param meeting the one planned, or the one that was there already; null in a dry run, or
    ///   when none is planned
    @Schema(name = "PlannedCycle")
    record Planned(
            LocalDate cycleFrom,
            LocalDate cycleUntil,
            Done done,
            LocalDateTime startsAt,
            @Nullable LocalDate movedFrom,
            @Nullable String movedBecause,
            @Nullable MeetingOfCycle meeting) {}

    @Schema(name = "PlannedCycleDone")
    enum Done {
        PLANNED,
        ALREADY_THERE,

        /// Not planned: the body is not there to meet on the day.
        BODY_NOT_THERE,

        /// Not planned: a bank holiday moved it out of the days to plan for.
        OUTSIDE_DAYS
    }

    /// @throws CalendarRefusal if the first lies outside the days, or nothing says how often
    @Transactional
    List<Planned> handle(String bodyIdOrReference, Wish wish, boolean dryRun) {
        var first = wish.first.toLocalDate();
        var body = bodies.requireForWriting(bodyIdOrReference, first);
        if (!wish.days.hold(first)) {
            throw new CalendarRefusal.FirstOutside(first, wish.days.from(), wish.days.to());
        }
        var expectation = expectations.of(body.id());
        var frequency =
                expectation
                        .on(first)
                        .orElseThrow(
                                () -> new CalendarRefusal.NoFrequency(body.reference(), first));
        Turns.take(entities, "calendar|" + body.id());
        var cycles = expectation.cycles(wish.days.from(), wish.days.to());
        var there = meetingsOf(body, wish.days);
        var planned = new ArrayList<Planned>();
        Series.dates(frequency, first, wish.days.to())
                .forEach(
                        date ->
                                cycles.stream()
                                        .filter(cycle -> cycle.holds(date))
                                        .findFirst()
                                        .map(
                                                cycle ->
                                                        plan(
                                                                body,
                                                                expectation,
                                                                date,
                                                                cycle,
                                                                there,
                                                                wish,
                                                                dryRun))
                                        .ifPresent(planned::add));
        return planned;
    }

    private Planned plan(
            BodyOnDate body,
            Expectation expectation,
            LocalDate date,
            Cycle cycle,
            List<Meeting> there,
            Wish wish,
            boolean dryRun) {
        var slot = Series.slot(date, wish.first, cycle);
        var meeting = CycleView.of(cycle, there, recorder.today()).meeting();
        var done =
                meeting == null
                        ? outcomeOn(slot.startsAt().toLocalDate(), expectation, wish)
                        : Done.ALREADY_THERE;
        if (done == Done.PLANNED && !dryRun) {
            meeting =
                    MeetingOfCycle.of(
                            planMeeting.plan(
                                    body.id().toString(),
                                    wish.at(slot.startsAt()),
                                    null,
                                    wish.provenance));
        }
        return new Planned(
                cycle.from(),
                cycle.until(),
                done,
                slot.startsAt(),
                slot.instead(),
                slot.because(),
                meeting);
    }

    private static Done outcomeOn(LocalDate day, Expectation expectation, Wish wish) {
        if (!wish.days.hold(day)) {
            return Done.OUTSIDE_DAYS;
        }
        return expectation.isThereToMeet(day) ? Done.PLANNED : Done.BODY_NOT_THERE;
    }

    /// From a cycle's beginning on, which may lie before the days.
    private List<Meeting> meetingsOf(BodyOnDate body, Days days) {
        return meetings.among(
                new Meetings.Wanted(
                        Set.of(body.locality()), body.id(), days.from().minusYears(1), null, null));
    }
}
