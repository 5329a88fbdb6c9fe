package locality.governance.voting;

import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Who is at the table at one moment, for one item, and who of them may vote on it.
public final class Roll {

    private final List<Seat> seats;
    private final List<Seat> present;
    private final List<Seat> eligible;

    /// @param substitutesAllowed whether the terms of reference let somebody else sit in a seat
    public Roll(
            List<Seat> seats,
            List<Presence> presences,
            List<Interest> interests,
            boolean substitutesAllowed,
            LocalTime moment) {
        this.seats = seats.stream().filter(Seat::voting).toList();
        var excluded =
                interests.stream()
                        .filter(Interest::excludes)
                        .map(Interest::seat)
                        .collect(Collectors.toSet());
        this.present = taken(presences, substitutesAllowed, moment);
        this.eligible = present.stream().filter(seat -> !excluded.contains(seat.seat())).toList();
    }

    public int votingSeats() {
        return seats.size();
    }

    /// The voting seats taken at the moment, by their members or by substitutes that count.
    public List<Seat> present() {
        return present;
    }

    /// The seats present whose interests let them vote.
    public List<Seat> eligible() {
        return eligible;
    }

    public boolean mayVote(String seat) {
        return eligible.stream().anyMatch(one -> one.seat().equals(seat));
    }

    public boolean isQuorate(QuorumRule rule) {
        return rule.heldBy(eligible, seats.size());
    }

    /// Whether it would be quorate had nobody an interest.
    public boolean isQuorateButForInterests(QuorumRule rule) {
        return rule.heldBy(present, seats.size());
    }

    /// A member goes before a substitute, and a person counts in one seat only.
    private List<Seat> taken(List<Presence> presences, boolean substitutesAllowed, LocalTime at) {
        var there = presences.stream().filter(presence -> presence.covers(at)).toList();
        var counted = new HashSet<String>();
        var members =
                seats.stream()
                        .filter(seat -> isThere(seat, there))
                        .filter(seat -> seat.person() != null && counted.add(seat.person()))
                        .toList();
        var substituted =
                seats.stream()
                        .filter(_ -> substitutesAllowed)
                        .filter(Predicate.not(members::contains))
                        .filter(seat -> hasSubstitute(seat, there, counted))
                        .toList();
        return seats.stream()
                .filter(seat -> members.contains(seat) || substituted.contains(seat))
                .toList();
    }

    private static boolean isThere(Seat seat, List<Presence> there) {
        return there.stream()
                .anyMatch(
                        presence ->
                                presence.seat().equals(seat.seat()) && !presence.isSubstitute());
    }

    private static boolean hasSubstitute(Seat seat, List<Presence> there, Set<String> counted) {
        return there.stream()
                .filter(presence -> presence.seat().equals(seat.seat()))
                .map(Presence::substitute)
                .anyMatch(person -> person != null && counted.add(person));
    }
}
