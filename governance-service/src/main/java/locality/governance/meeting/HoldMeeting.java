package locality.governance.meeting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.Function;
import locality.governance.body.BodyOnDate;
import locality.governance.body.BodyRegister;
import locality.governance.recorder.Recorder;
import locality.platform.event.Event;
import locality.platform.eventlog.EventLog;
import locality.platform.fact.Provenance;
import locality.platform.identifier.Ids;
import org.jspecify.annotations.Nullable;

/// Takes a meeting from plan to close.
@ApplicationScoped
public class HoldMeeting {

    private final Meetings meetings;
    private final BodyRegister bodies;
    private final ItemOutcomes outcomes;
    private final Recorder recorder;
    private final EventLog eventLog;

    HoldMeeting(
            Meetings meetings,
            BodyRegister bodies,
            ItemOutcomes outcomes,
            Recorder recorder,
            EventLog eventLog) {
        this.meetings = meetings;
        this.bodies = bodies;
        this.outcomes = outcomes;
        this.recorder = recorder;
        this.eventLog = eventLog;
    }

    @Transactional
    Meeting plan(
            String bodyIdOrReference,
            LocalDateTime startsAt,
            @Nullable String reference,
            Provenance provenance) {
        var body = bodies.requireForWriting(bodyIdOrReference, startsAt.toLocalDate());
        var name = reference == null ? free(body.reference(), startsAt.toLocalDate()) : reference;
        if (meetings.lookUp(name).isPresent()) {
            throw new MeetingRefusal.ReferenceTaken(name);
        }
        var meeting = Meeting.planned(Ids.next(), name, body, startsAt, provenance);
        meetings.persistAndFlush(meeting);
        eventLog.append(meeting.changed(meeting.heldOn()));
        return meeting;
    }

    @Transactional
    Meeting notice(String meeting, @Nullable String ifMatch, LocalDate day) {
        return step(meeting, ifMatch, found -> found.notice(day));
    }

    @Transactional
    public Meeting open(String meeting, @Nullable String ifMatch) {
        return step(meeting, ifMatch, found -> found.open(recorder.today()));
    }

    @Transactional
    public Meeting close(String meeting, @Nullable String ifMatch) {
        return step(meeting, ifMatch, Meeting::close);
    }

    @Transactional
    Meeting cancel(String meeting, @Nullable String ifMatch, String reason) {
        return step(meeting, ifMatch, found -> found.cancel(reason));
    }

    @Transactional
    public Meeting attend(String meeting, @Nullable String ifMatch, List<Attendance> stretches) {
        return step(
                meeting,
                ifMatch,
                found -> {
                    var body = bodyOf(found);
                    stretches.forEach(stretch -> body.requireSeat(stretch.seat()));
                    found.attend(stretches);
                    return new MeetingRecord.AttendanceWritten(
                            Ids.next(),
                            found.id,
                            stretches.stream().map(Attendance::seat).distinct().toList(),
                            found.locality,
                            found.heldOn());
                });
    }

    @Transactional
    public Meeting declare(String meeting, @Nullable String ifMatch, DeclaredInterest interest) {
        return step(
                meeting,
                ifMatch,
                found -> {
                    bodyOf(found).requireSeat(interest.seat());
                    requireNoOutcome(found, interest.item());
                    found.declare(interest);
                    return new MeetingRecord.InterestWritten(
                            Ids.next(),
                            found.id,
                            interest.item(),
                            interest.seat(),
                            interest.effect(),
                            found.locality,
                            found.heldOn());
                });
    }

    private Meeting step(
            String idOrReference,
            @Nullable String ifMatch,
            Function<Meeting, ? extends Event> step) {
        var meeting = meetings.requireAlone(idOrReference);
        recorder.requireWriting(meeting.locality, "meeting", idOrReference);
        meeting.requireUnchanged(ifMatch);
        var told = step.apply(meeting);
        meetings.flush();
        eventLog.append(told);
        return meeting;
    }

    private void requireNoOutcome(Meeting meeting, int item) {
        if (outcomes.isRecorded(meeting.id, item)) {
            throw new MeetingRefusal.AfterTheOutcome(meeting.referenceOf(item));
        }
    }

    private BodyOnDate bodyOf(Meeting meeting) {
        return bodies.require(meeting.bodyId.toString(), meeting.heldOn());
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
