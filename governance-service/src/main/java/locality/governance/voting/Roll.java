package locality.governance.voting;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.time.LocalTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Who is at the table at one moment, for one item, and who of them may vote on it.
public final class Roll {

    private final List<Seat> seats;
    private final Map<String, String> occupants;
    private final Map<String, String> members;
    private final Set<String> excluded;

    /// @param substitutesAllowed whether the terms of reference let somebody else sit in a seat
    public Roll(
            List<Seat> seats,
            List<Presence> presences,
            List<Interest> interests,
            boolean substitutesAllowed,
            LocalTime moment) {
        this.seats = seats.stream().filter(Seat::voting).toList();
        this.members =
                seats.stream()
                        .filter(seat -> seat.person() != null)
                        .collect(toMap(Seat::seat, Seat::person, (first, _) -> first));
        this.excluded = new HashSet<>();
        interests.stream().filter(Interest::excludes).forEach(this::exclude);
        this.occupants = taken(presences, substitutesAllowed, moment);
    }

    public int votingSeats() {
        return seats.size();
    }

    /// The organisations that voting members sit on behalf of, vacant seats included.
    Set<String> organisations() {
        return seats.stream()
                .flatMap(seat -> Stream.ofNullable(seat.organisation()))
                .collect(toSet());
    }

    /// The voting seats taken at the moment, by their members or by substitutes that count.
    public List<Seat> present() {
        return seats.stream().filter(seat -> occupants.containsKey(seat.seat())).toList();
    }

    /// The seats present whose occupants have no interest that keeps them from voting.
    public List<Seat> eligible() {
        return present().stream().filter(seat -> !isConflicted(seat.seat())).toList();
    }

    public boolean mayVote(String seat) {
        return occupants.containsKey(seat) && !isConflicted(seat);
    }

    /// Whether an interest keeps whoever sits there from voting; the member, when nobody does.
    public boolean isConflicted(String seat) {
        var person = occupants.getOrDefault(seat, members.get(seat));
        return person != null && excluded.contains(person);
    }

    public boolean isQuorate(QuorumRule rule) {
        return rule.heldBy(eligible(), seats.size());
    }

    /// Whether it would be quorate had nobody an interest.
    public boolean isQuorateButForInterests(QuorumRule rule) {
        return rule.heldBy(present(), seats.size());
    }

    private void exclude(Interest interest) {
        var person =
                interest.substitute() == null
                        ? members.get(interest.seat())
                        : interest.substitute();
        if (person != null) {
            excluded.add(person);
        }
    }

    /// A member goes before a substitute, nobody stands in for a vacant seat, and a person counts
    /// in one seat only.
    private Map<String, String> taken(
            List<Presence> presences, boolean substitutesAllowed, LocalTime at) {
        var there =
                presences.stream()
                        .filter(presence -> presence.covers(at))
                        .collect(groupingBy(Presence::seat));
        var counted = new HashSet<String>();
        var taken = new HashMap<String, String>();
        for (var seat : seats) {
            membersAmong(there.getOrDefault(seat.seat(), List.of()), seat)
                    .filter(counted::add)
                    .findFirst()
                    .ifPresent(person -> taken.put(seat.seat(), person));
        }
        for (var seat : seats) {
            if (substitutesAllowed && seat.person() != null && !taken.containsKey(seat.seat())) {
                substitutesAmong(there.getOrDefault(seat.seat(), List.of()))
                        .filter(counted::add)
                        .findFirst()
                        .ifPresent(person -> taken.put(seat.seat(), person));
            }
        }
        return taken;
    }

    private static Stream<String> membersAmong(List<Presence> there, Seat seat) {
        return there.stream()
                .filter(presence -> !presence.isSubstitute())
                .flatMap(_ -> Stream.ofNullable(seat.person()));
    }

    private static Stream<String> substitutesAmong(List<Presence> there) {
        return there.stream().flatMap(presence -> Stream.ofNullable(presence.substitute()));
    }
}
