package locality.governance.minutes;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import locality.governance.body.BodyRegister;
import locality.governance.meeting.ItemOutcomes;
import locality.governance.meeting.Meeting;
import locality.governance.meeting.Sitting;
import locality.governance.minutes.MinutesDocument.ApologyMinuted;
import locality.governance.minutes.MinutesDocument.DecisionMinuted;
import locality.governance.minutes.MinutesDocument.InterestMinuted;
import locality.governance.minutes.MinutesDocument.ItemMinuted;
import locality.governance.minutes.MinutesDocument.PresentMinuted;
import locality.governance.minutes.MinutesDocument.SittingMinuted;
import locality.governance.voting.Presence;
import locality.governance.voting.Seat;
import org.jspecify.annotations.Nullable;

/// Composes minutes from the record: what was entered is what they say.
@ApplicationScoped
class ComposeMinutes {

    private final BodyRegister bodies;
    private final ItemOutcomes outcomes;

    ComposeMinutes(BodyRegister bodies, ItemOutcomes outcomes) {
        this.bodies = bodies;
        this.outcomes = outcomes;
    }

    MinutesDocument of(Meeting meeting) {
        var recorded =
                outcomes.recordedAt(meeting.id()).stream()
                        .collect(toMap(ItemOutcomes.Recorded::item, outcome -> outcome));
        return new MinutesDocument(
                meeting.id(),
                meeting.reference(),
                meeting.bodyName(),
                meeting.schedule().openToPublic(),
                IntStream.rangeClosed(1, meeting.sittings().size())
                        .mapToObj(number -> sitting(meeting, number))
                        .toList(),
                IntStream.rangeClosed(1, meeting.agendaLength())
                        .mapToObj(number -> item(meeting, number, recorded.get(number)))
                        .toList());
    }

    private SittingMinuted sitting(Meeting meeting, int number) {
        Sitting sitting = meeting.sittings().get(number - 1);
        var seats = bodies.require(meeting.bodyId().toString(), sitting.heldOn()).seats();
        var there = meeting.presencesAt(number).stream().filter(Presence::tookTheSeat).toList();
        return new SittingMinuted(
                number,
                sitting.startsAt(),
                sitting.endedAt(),
                sitting.place(),
                present(seats, there),
                apologies(seats, there),
                sitting.adjournedBecause(),
                sitting.resumesAt());
    }

    private static List<PresentMinuted> present(List<Seat> seats, List<Presence> there) {
        Map<String, Seat> bySeat = seats.stream().collect(toMap(Seat::seat, seat -> seat));
        return there.stream()
                .sorted(Comparator.comparing(Presence::seat).thenComparing(Presence::arrivedAt))
                .map(presence -> present(bySeat.get(presence.seat()), presence))
                .toList();
    }

    private static PresentMinuted present(@Nullable Seat seat, Presence presence) {
        return new PresentMinuted(
                presence.seat(),
                seat == null ? presence.seat() : seat.post(),
                seat == null ? null : seat.organisation(),
                seat != null && seat.voting(),
                presence.substitute() != null,
                presence.arrivedAt(),
                presence.leftAt());
    }

    private static List<ApologyMinuted> apologies(List<Seat> seats, List<Presence> there) {
        return seats.stream()
                .filter(seat -> seat.person() != null)
                .filter(seat -> there.stream().noneMatch(one -> isOfItsMember(one, seat)))
                .map(
                        seat ->
                                new ApologyMinuted(
                                        seat.seat(),
                                        seat.post(),
                                        there.stream()
                                                .anyMatch(one -> one.seat().equals(seat.seat()))))
                .toList();
    }

    private static boolean isOfItsMember(Presence presence, Seat seat) {
        return presence.seat().equals(seat.seat()) && presence.substitute() == null;
    }

    private static ItemMinuted item(
            Meeting meeting, int number, ItemOutcomes.@Nullable Recorded recorded) {
        return new ItemMinuted(
                number,
                meeting.referenceOf(number),
                meeting.titleOf(number),
                meeting.interestsOn(number).stream()
                        .map(
                                one ->
                                        new InterestMinuted(
                                                one.seat(),
                                                one.substitute() != null,
                                                one.effect(),
                                                one.nature()))
                        .toList(),
                recorded == null ? null : decision(recorded));
    }

    private static DecisionMinuted decision(ItemOutcomes.Recorded recorded) {
        var count = recorded.verdict().count();
        return new DecisionMinuted(
                recorded.decidedOn(),
                recorded.verdict().type().name(),
                recorded.verdict().outcome().name(),
                count.votesFor(),
                count.against(),
                count.abstained(),
                recorded.verdict().isValid(),
                recorded.verdict().codes().stream().map(Enum::name).toList(),
                recorded.verdict().inWords());
    }
}
