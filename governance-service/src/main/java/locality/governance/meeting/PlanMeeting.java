package locality.governance.meeting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.function.Function;
import locality.governance.body.BodyOnDate;
import locality.governance.body.BodyRegister;
import locality.governance.recorder.Recorder;
import locality.platform.event.BoardEvent.MeetingChanged;
import locality.platform.eventlog.EventLog;
import locality.platform.fact.Provenance;
import locality.platform.identifier.Ids;
import org.jspecify.annotations.Nullable;

/// Plans a meeting, gives notice of it, and moves or cancels it before it opens. Others in the
/// service hear of every step of it within the transaction, as standing items do.
@ApplicationScoped
public class PlanMeeting {

    private final Meetings meetings;
    private final BodyRegister bodies;
    private final Recorder recorder;
    private final EventLog eventLog;
    private final MeetingSteps steps;

    PlanMeeting(
            Meetings meetings,
            BodyRegister bodies,
            Recorder recorder,
            EventLog eventLog,
            MeetingSteps steps) {
        this.meetings = meetings;
        this.bodies = bodies;
        this.recorder = recorder;
        this.eventLog = eventLog;
        this.steps = steps;
    }

    /// @param reference null for the body's with the day behind it
    /// @throws MeetingRefusal if the body is not there on its day, or the reference is taken
    @Transactional
    public Meeting plan(
            String bodyIdOrReference,
            Schedule schedule,
            @Nullable String reference,
            Provenance provenance) {
        var day = schedule.startsAt().toLocalDate();
        var body = bodies.requireForWriting(bodyIdOrReference, day);
        requireThere(body);
        var name = reference == null ? free(body.reference(), day) : reference;
        if (meetings.lookUp(name).isPresent()) {
            throw new MeetingRefusal.ReferenceTaken(name);
        }
        var meeting = Meeting.planned(Ids.next(), name, body, schedule, provenance);
        meetings.persistAndFlush(meeting);
        var told = meeting.changed(meeting.heldOn());
        eventLog.append(told);
        steps.tell(told);
        return meeting;
    }

    @Transactional
    Meeting notice(String meeting, @Nullable String ifMatch, LocalDate day) {
        return step(meeting, ifMatch, found -> found.notice(day, recorder.today()));
    }

    /// What a meeting is moved to.
    ///
    /// @param place null leaves it where it was to be
    record Move(
            LocalDateTime startsAt,
            @Nullable LocalDateTime endsAt,
            @Nullable String place,
            String reason) {}

    @Transactional
    Meeting move(String meeting, @Nullable String ifMatch, Move to) {
        return step(
                meeting,
                ifMatch,
                found -> {
                    requireThere(bodies.get(found.bodyId, to.startsAt.toLocalDate()));
                    return found.move(to.startsAt, to.endsAt, to.place, to.reason);
                });
    }

    /// One that is proposed may meet to be set up; what it decides is NOT_CONSTITUTED.
    ///
    /// @throws MeetingRefusal if the body is not there yet on its day, or no more
    private void requireThere(BodyOnDate body) {
        bodies.firstDay(body.id())
                .filter(first -> first.isAfter(body.on()))
                .ifPresent(
                        first -> {
                            throw MeetingRefusal.BodyNotThere.yet(
                                    body.reference(), body.on(), first);
                        });
        if (body.isDissolved()) {
            var last = bodies.dissolution(body.id()).orElseThrow().from().minusDays(1);
            throw MeetingRefusal.BodyNotThere.anyLonger(body.reference(), body.on(), last);
        }
    }

    @Transactional
    Meeting cancel(String meeting, @Nullable String ifMatch, String reason) {
        return step(meeting, ifMatch, found -> found.cancel(reason));
    }

    private Meeting step(
            String idOrReference,
            @Nullable String ifMatch,
            Function<Meeting, MeetingChanged> step) {
        var meeting = meetings.requireAlone(idOrReference);
        recorder.requireWriting(meeting.locality, "meeting", idOrReference);
        meeting.requireUnchanged(ifMatch);
        var told = step.apply(meeting);
        meetings.flush();
        eventLog.append(told);
        steps.tell(told);
        return meeting;
    }

    /// `MCR-HWBB-2014-05-14`, or with `-2` behind it for a second meeting on the day.
    private String free(String body, LocalDate day) {
        var first = body + "-" + day;
        var name = first;
        for (int i = 2; meetings.lookUp(name).isPresent(); i++) {
            name = first + "-" + i;
        }
        return name;
    }
}
