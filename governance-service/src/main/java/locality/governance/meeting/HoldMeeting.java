package locality.governance.meeting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.function.Function;
import locality.governance.body.BodyOnDate;
import locality.governance.body.BodyRegister;
import locality.governance.recorder.Recorder;
import locality.platform.event.Event;
import locality.platform.eventlog.EventLog;
import locality.platform.identifier.Ids;
import org.jspecify.annotations.Nullable;

/// Takes a meeting from its opening to its close, and writes down who was there and which interests
/// they declared. Others in the service hear of every step of it within the transaction.
@ApplicationScoped
public class HoldMeeting {

    private final Meetings meetings;
    private final BodyRegister bodies;
    private final ItemOutcomes outcomes;
    private final Recorder recorder;
    private final EventLog eventLog;
    private final MeetingSteps steps;

    HoldMeeting(
            Meetings meetings,
            BodyRegister bodies,
            ItemOutcomes outcomes,
            Recorder recorder,
            EventLog eventLog,
            MeetingSteps steps) {
        this.meetings = meetings;
        this.bodies = bodies;
        this.outcomes = outcomes;
        this.recorder = recorder;
        this.eventLog = eventLog;
        this.steps = steps;
    }

    @Transactional
    public Meeting open(String meeting, @Nullable String ifMatch) {
        return step(meeting, ifMatch, found -> found.open(recorder.today()));
    }

    /// A vote that was begun is brought to an outcome first: a later sitting has its own day and
    /// its own attendance, and no vote is judged by those of another.
    @Transactional
    public Meeting adjourn(
            String meeting,
            @Nullable String ifMatch,
            LocalDateTime at,
            Sitting.@Nullable Resumption until,
            String reason) {
        return step(
                meeting,
                ifMatch,
                found -> {
                    var told = found.adjourn(at, until, reason, recorder.today());
                    requireNoVoteUnderWay(found);
                    return told;
                });
    }

    @Transactional
    Meeting reconvene(
            String meeting,
            @Nullable String ifMatch,
            Sitting.Resumption at,
            @Nullable LocalDate noticedOn) {
        return step(
                meeting,
                ifMatch,
                found -> found.reconvene(at.startsAt(), at.place(), noticedOn, recorder.today()));
    }

    /// A vote that was begun is brought to an outcome first: nothing is decided at a closed
    /// meeting.
    @Transactional
    public Meeting close(String meeting, @Nullable String ifMatch, @Nullable LocalDateTime at) {
        return step(
                meeting,
                ifMatch,
                found -> {
                    var told = found.close(at, recorder.today());
                    requireNoVoteUnderWay(found);
                    return told;
                });
    }

    /// What was said of who sat where.
    ///
    /// @param sitting its number; null for the one that is on
    /// @param arrivedAt null for when the sitting began
    public record Said(
            @Nullable Integer sitting,
            String seat,
            @Nullable String substitute,
            @Nullable LocalTime arrivedAt,
            @Nullable LocalTime leftAt) {}

    @Transactional
    public Meeting attend(String meeting, @Nullable String ifMatch, List<Said> said) {
        return step(
                meeting,
                ifMatch,
                found -> {
                    var stretches = said.stream().map(one -> stretch(found, one)).toList();
                    found.attend(stretches);
                    stretches.forEach(
                            stretch ->
                                    bodyAt(found, stretch.sitting()).requireSeat(stretch.seat()));
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
        steps.tell(told);
        return meeting;
    }

    private void requireNoOutcome(Meeting meeting, int item) {
        if (outcomes.isRecorded(meeting.id, item)) {
            throw new MeetingRefusal.AfterTheOutcome(meeting.referenceOf(item));
        }
    }

    private void requireNoVoteUnderWay(Meeting meeting) {
        var voted = outcomes.votedWithoutOutcome(meeting.id);
        if (!voted.isEmpty()) {
            throw new MeetingRefusal.VotesWithoutOutcome(
                    voted.stream().map(meeting::referenceOf).toList());
        }
    }

    private static Attendance stretch(Meeting meeting, Said said) {
        int number = said.sitting == null ? meeting.sittings.had.size() : said.sitting;
        var arrived =
                said.arrivedAt != null ? said.arrivedAt : meeting.startOf(number).toLocalTime();
        return new Attendance(number, said.seat, said.substitute, arrived, said.leftAt);
    }

    private BodyOnDate bodyOf(Meeting meeting) {
        return bodies.require(meeting.bodyId.toString(), meeting.heldOn());
    }

    private BodyOnDate bodyAt(Meeting meeting, int sitting) {
        return bodies.require(meeting.bodyId.toString(), meeting.startOf(sitting).toLocalDate());
    }
}
