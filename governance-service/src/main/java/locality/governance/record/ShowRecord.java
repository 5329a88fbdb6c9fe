package locality.governance.record;

import static java.util.stream.Collectors.groupingBy;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import locality.governance.action.GiveAction;
import locality.governance.body.BodyRegister;
import locality.governance.decision.ItemStanding;
import locality.governance.decision.RecordItem;
import locality.governance.meeting.Meeting;
import locality.governance.record.RecordDocument.ActionTold;
import locality.governance.record.RecordDocument.AdjournmentTold;
import locality.governance.record.RecordDocument.InterestTold;
import locality.governance.record.RecordDocument.ItemTold;
import locality.governance.record.RecordDocument.SeatTaken;
import locality.governance.recorder.Recorder;
import locality.governance.voting.Choice;
import locality.governance.voting.Presence;
import locality.governance.voting.Seat;
import locality.governance.voting.Vote;
import org.jspecify.annotations.Nullable;

/// Shows the record of a meeting as the document that would write it, with every seat and every
/// item: sent back as it is, it changes nothing.
@ApplicationScoped
class ShowRecord {

    private final BodyRegister bodies;
    private final RecordItem recordItem;
    private final GiveAction giveAction;
    private final ItemNotes notes;
    private final Recorder recorder;

    ShowRecord(
            BodyRegister bodies,
            RecordItem recordItem,
            GiveAction giveAction,
            ItemNotes notes,
            Recorder recorder) {
        this.bodies = bodies;
        this.recordItem = recordItem;
        this.giveAction = giveAction;
        this.notes = notes;
        this.recorder = recorder;
    }

    RecordDocument of(Meeting meeting) {
        var seats = seatsOf(meeting);
        boolean people = recorder.seesPeople(meeting.locality());
        var standing = recordItem.standing(meeting);
        var noted = notes.of(meeting);
        var given = giveAction.at(meeting).stream().collect(groupingBy(GiveAction.Given::item));
        return new RecordDocument(
                attendance(meeting),
                IntStream.rangeClosed(1, meeting.agendaLength())
                        .mapToObj(
                                item ->
                                        item(
                                                meeting,
                                                item,
                                                standing.get(item),
                                                seats,
                                                people,
                                                noted.get(item),
                                                given.getOrDefault(item, List.of())))
                        .toList(),
                AdjournmentTold.of(meeting),
                meeting.state().isClosed());
    }

    /// Of each sitting every seat, with each stretch it was taken, or as one that nobody took.
    List<SeatTaken> attendance(Meeting meeting) {
        boolean people = recorder.seesPeople(meeting.locality());
        var sittings = meeting.sittings();
        if (sittings.isEmpty()) {
            return attendance(seatsOf(meeting), List.of(), null, people);
        }
        return IntStream.rangeClosed(1, sittings.size())
                .boxed()
                .flatMap(
                        sitting ->
                                attendance(
                                        seatsOn(meeting, sittings.get(sitting - 1).heldOn()),
                                        meeting.presencesAt(sitting),
                                        sitting,
                                        people)
                                        .stream())
                .toList();
    }

    private List<Seat> seatsOf(Meeting meeting) {
        return seatsOn(meeting, meeting.heldOn());
    }

    private List<Seat> seatsOn(Meeting meeting, LocalDate day) {
        return bodies.require(meeting.bodyId().toString(), day).seats();
    }

    private static List<SeatTaken> attendance(
            List<Seat> seats, List<Presence> presences, @Nullable Integer sitting, boolean people) {
        Map<String, List<Presence>> taken =
                presences.stream()
                        .filter(Presence::tookTheSeat)
                        .collect(groupingBy(Presence::seat));
        return seats.stream()
                .flatMap(
                        seat ->
                                taken.containsKey(seat.seat())
                                        ? taken.get(seat.seat()).stream()
                                                .map(
                                                        presence ->
                                                                taken(
                                                                        seat, presence, sitting,
                                                                        people))
                                        : Stream.of(
                                                new SeatTaken(
                                                        seat.seat(),
                                                        seat.post(),
                                                        false,
                                                        null,
                                                        null,
                                                        null,
                                                        sitting)))
                .toList();
    }

    private static SeatTaken taken(
            Seat seat, Presence presence, @Nullable Integer sitting, boolean people) {
        return new SeatTaken(
                seat.seat(),
                seat.post(),
                true,
                people ? presence.substitute() : null,
                presence.arrivedAt(),
                presence.leftAt(),
                sitting);
    }

    private static ItemTold item(
            Meeting meeting,
            int item,
            @Nullable ItemStanding standing,
            List<Seat> seats,
            boolean people,
            @Nullable String note,
            List<GiveAction.Given> given) {
        var taken = standing == null ? null : standing.taken();
        return new ItemTold(
                item,
                meeting.titleOf(item),
                meeting.interestsOn(item).stream()
                        .map(
                                one ->
                                        new InterestTold(
                                                one.seat(),
                                                people ? one.substitute() : null,
                                                one.effect(),
                                                one.nature()))
                        .toList(),
                standing == null ? null : standing.votedAt(),
                standing == null ? null : votes(seats, standing.votes()),
                taken == null ? null : OutcomeGiven.of(taken.declared()),
                taken == null ? null : taken.castingVote(),
                note,
                given.stream().map(one -> ActionTold.of(one.task())).toList());
    }

    /// Every voting seat, with what it said or null.
    private static BallotPaper votes(List<Seat> seats, List<Vote> cast) {
        var votes = new LinkedHashMap<String, @Nullable Choice>();
        seats.stream().filter(Seat::voting).forEach(seat -> votes.put(seat.seat(), null));
        cast.forEach(vote -> votes.put(vote.seat(), vote.choice()));
        return new BallotPaper(votes);
    }
}
