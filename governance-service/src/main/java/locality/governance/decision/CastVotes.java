package locality.governance.decision;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import locality.governance.body.BodyOnDate;
import locality.governance.body.BodyRegister;
import locality.governance.meeting.Meeting;
import locality.governance.meeting.MeetingRecord;
import locality.governance.meeting.Meetings;
import locality.governance.recorder.Recorder;
import locality.governance.voting.Choice;
import locality.governance.voting.Roll;
import locality.governance.voting.Seat;
import locality.governance.voting.Vote;
import locality.platform.eventlog.EventLog;
import locality.platform.identifier.Ids;
import org.jspecify.annotations.Nullable;

/// Writes down votes. Who was not there cannot have voted; who voted in spite of an interest did,
/// and the outcome will say what that means.
@ApplicationScoped
class CastVotes {

    private final Meetings meetings;
    private final Decisions decisions;
    private final Ballots ballots;
    private final BodyRegister bodies;
    private final Recorder recorder;
    private final EventLog eventLog;

    CastVotes(
            Meetings meetings,
            Decisions decisions,
            Ballots ballots,
            BodyRegister bodies,
            Recorder recorder,
            EventLog eventLog) {
        this.meetings = meetings;
        this.decisions = decisions;
        this.ballots = ballots;
        this.bodies = bodies;
        this.recorder = recorder;
        this.eventLog = eventLog;
    }

    /// @param votedAt the moment quorum is counted at, once and for all who vote; when the meeting
    ///   began, if the first vote does not give it
    @Transactional
    Decision handle(
            String idOrReference,
            int item,
            @Nullable String ifMatch,
            @Nullable LocalTime votedAt,
            List<Vote> votes) {
        var meeting = meetings.requireStill(idOrReference);
        recorder.requireWriting(meeting.locality(), "meeting", idOrReference);
        meeting.requireOpen("votes are taken while it is open");
        var decision = decisionOn(meeting, item, votedAt);
        decision.requireUnchanged(ifMatch);
        var body = bodies.require(meeting.bodyId().toString(), meeting.heldOn());
        votes.forEach(vote -> requireVoting(vote.seat(), body));
        requirePresent(votes, meeting, body, requireNonNull(decision.votedAt));
        var bySeat = new TreeMap<String, Choice>();
        votes.forEach(vote -> bySeat.put(vote.seat(), vote.choice()));
        ballots.cast(decision, bySeat);
        eventLog.append(written(meeting, item, bySeat));
        return decision;
    }

    /// The decision as it is once the moment of the vote is set.
    private Decision decisionOn(Meeting meeting, int item, @Nullable LocalTime votedAt) {
        decisions.setVotedAt(
                meeting, item, votedAt == null ? meeting.startsAt().toLocalTime() : votedAt);
        var decision = decisions.requireOn(meeting, item, LockModeType.PESSIMISTIC_READ);
        decision.requireTabled();
        decision.requireVotedAt(votedAt);
        return decision;
    }

    private static MeetingRecord written(Meeting meeting, int item, Map<String, Choice> votes) {
        return new MeetingRecord.VotesWritten(
                Ids.next(), meeting.id(), item, votes, meeting.locality(), meeting.heldOn());
    }

    private static void requireVoting(String seat, BodyOnDate body) {
        if (!body.requireSeat(seat).voting()) {
            throw new MatterRefusal.NotVoting(seat);
        }
    }

    private static void requirePresent(
            List<Vote> votes, Meeting meeting, BodyOnDate body, LocalTime moment) {
        var terms = body.terms();
        var present =
                new Roll(
                                body.seats(),
                                meeting.presences(),
                                List.of(),
                                terms != null && terms.substitutesAllowed(),
                                moment)
                        .present().stream().map(Seat::seat).toList();
        votes.stream()
                .map(Vote::seat)
                .filter(seat -> !present.contains(seat))
                .findFirst()
                .ifPresent(
                        seat -> {
                            throw new MatterRefusal.NotPresent(seat, moment);
                        });
    }
}
