package locality.governance.decision;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalTime;
import java.util.List;
import locality.governance.body.BodyOnDate;
import locality.governance.body.BodyRegister;
import locality.governance.meeting.Meeting;
import locality.governance.meeting.Meetings;
import locality.governance.recorder.Recorder;
import locality.governance.voting.Roll;
import locality.governance.voting.Seat;
import locality.governance.voting.Vote;
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

    CastVotes(
            Meetings meetings,
            Decisions decisions,
            Ballots ballots,
            BodyRegister bodies,
            Recorder recorder) {
        this.meetings = meetings;
        this.decisions = decisions;
        this.ballots = ballots;
        this.bodies = bodies;
        this.recorder = recorder;
    }

    /// @param votedAt the moment quorum is counted at; when the meeting began, if never given
    @Transactional
    Decision handle(String idOrReference, int item, @Nullable LocalTime votedAt, List<Vote> votes) {
        var meeting = meetings.require(idOrReference);
        recorder.requireWriting(meeting.locality(), "meeting", idOrReference);
        meeting.requireOpen("votes are taken while it is open");
        var decision = decisions.requireOn(meeting, item);
        decision.requireTabled();
        var body = bodies.require(meeting.bodyId().toString(), meeting.heldOn());
        var moment = moment(votedAt, decision, meeting);
        votes.forEach(vote -> requireVoting(vote.seat(), body));
        requirePresent(votes, meeting, body, moment);
        if (!moment.equals(decision.votedAt)) {
            decision.votedAt = moment;
            decisions.flush();
        }
        ballots.cast(decision.id, votes);
        return decision;
    }

    private static LocalTime moment(@Nullable LocalTime given, Decision decision, Meeting meeting) {
        if (given != null) {
            return given;
        }
        return decision.votedAt == null ? meeting.startsAt().toLocalTime() : decision.votedAt;
    }

    private static void requireVoting(String seat, BodyOnDate body) {
        if (!body.requireSeat(seat).voting()) {
            throw new DecisionRefusal.NotVoting(seat);
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
                            throw new DecisionRefusal.NotPresent(seat, moment);
                        });
    }
}
