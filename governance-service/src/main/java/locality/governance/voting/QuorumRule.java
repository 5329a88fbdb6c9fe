package locality.governance.voting;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// How many must be there. Every part that is given must hold.
///
/// @param number a count of voting members
/// @param fraction of the body's voting seats, vacant ones included, written `1/3`; rounded up
/// @param requiredSeats seats that must be taken
/// @param minimumPerOrganisation how many must be there on behalf of each of these organisations
public record QuorumRule(
        @Nullable Integer number,
        @Nullable String fraction,
        @Nullable List<String> requiredSeats,
        @Nullable Map<String, Integer> minimumPerOrganisation) {

    private static final Pattern FRACTION = Pattern.compile("([1-9]\\d{0,3})/([1-9]\\d{0,3})");

    public QuorumRule {
        if (number == null && fraction == null) {
            throw new IllegalArgumentException(
                    "A quorum is a number, a fraction of the voting seats, or both");
        }
        if (number != null && number < 1) {
            throw new IllegalArgumentException("A quorum is at least one member");
        }
        if (fraction != null) {
            requireProper(fraction);
        }
        requiredSeats = requiredSeats == null ? List.of() : List.copyOf(requiredSeats);
        minimumPerOrganisation =
                minimumPerOrganisation == null ? Map.of() : Map.copyOf(minimumPerOrganisation);
    }

    public static QuorumRule of(int number) {
        return new QuorumRule(number, null, null, null);
    }

    public static QuorumRule of(String fraction) {
        return new QuorumRule(null, fraction, null, null);
    }

    /// How many eligible members a body of so many voting seats needs.
    public int required(int votingSeats) {
        return Math.max(number == null ? 0 : number, shareOf(votingSeats));
    }

    /// Whether these seats, each eligible to vote, make a quorum.
    @JsonIgnore
    boolean heldBy(List<Seat> eligible, int votingSeats) {
        return eligible.size() >= required(votingSeats)
                && requiredSeats().stream()
                        .allMatch(
                                needed ->
                                        eligible.stream()
                                                .anyMatch(seat -> seat.seat().equals(needed)))
                && minimumPerOrganisation().entrySet().stream()
                        .allMatch(
                                minimum ->
                                        countOf(minimum.getKey(), eligible) >= minimum.getValue());
    }

    @Override
    public List<String> requiredSeats() {
        return requiredSeats == null ? List.of() : requiredSeats;
    }

    @Override
    public Map<String, Integer> minimumPerOrganisation() {
        return minimumPerOrganisation == null ? Map.of() : minimumPerOrganisation;
    }

    private int shareOf(int votingSeats) {
        if (fraction == null) {
            return 0;
        }
        var parts = fraction.split("/", -1);
        return Math.ceilDiv(votingSeats * Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
    }

    private static long countOf(String organisation, List<Seat> eligible) {
        return eligible.stream().filter(seat -> organisation.equals(seat.organisation())).count();
    }

    private static void requireProper(String fraction) {
        var parts = FRACTION.matcher(fraction);
        if (!parts.matches()
                || Integer.parseInt(parts.group(1)) > Integer.parseInt(parts.group(2))) {
            throw new IllegalArgumentException(
                    "A fraction of the seats is written like 1/3, not " + fraction);
        }
    }
}
