package locality.governance.receipt;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import locality.governance.receipt.End.Difference;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Sets the giving ends of delegations beside the receiving ends, on a day.
///
/// A receipt is of the delegation it names. One that names none is of the first delegation in force
/// that no receipt names, between the same two, in the same place, with a function in common. Only
/// delegations that cross organisations or levels are looked at, or that a receipt names.
final class Reconciliation {

    @Schema(name = "ReconciliationStatus")
    enum Status {
        MATCHED,
        DIFFERS,
        ONLY_GIVEN,
        ONLY_RECEIVED
    }

    /// One delegation, one receipt, or both.
    record Pair(@Nullable End given, @Nullable End received) {

        Status status() {
            if (given == null) {
                return Status.ONLY_RECEIVED;
            }
            if (received == null) {
                return Status.ONLY_GIVEN;
            }
            return differences().isEmpty() ? Status.MATCHED : Status.DIFFERS;
        }

        List<Difference> differences() {
            return given == null || received == null ? List.of() : given.differencesFrom(received);
        }

        /// What either end says, the giver's word first.
        End known() {
            return given == null ? Objects.requireNonNull(received) : given;
        }
    }

    private Reconciliation() {}

    /// What holds on the day by the word of either end.
    static List<Pair> of(List<End> given, List<End> received, LocalDate on) {
        var pairs = new ArrayList<Pair>();
        var named = received.stream().map(End::delegation).filter(Objects::nonNull);
        var taken = named.collect(Collectors.toCollection(HashSet<UUID>::new));
        for (var giving : given) {
            received.stream()
                    .filter(one -> Objects.equals(one.delegation(), giving.delegation()))
                    .filter(one -> one.inForceOn(on) || giving.inForceOn(on))
                    .forEach(one -> pairs.add(new Pair(giving, one)));
        }
        var open =
                given.stream()
                        .filter(End::crosses)
                        .filter(one -> one.inForceOn(on) && !taken.contains(one.delegation()))
                        .collect(Collectors.toCollection(LinkedHashSet<End>::new));
        received.stream()
                .filter(one -> one.delegation() == null && one.inForceOn(on))
                .forEach(one -> pairs.add(new Pair(takeFirst(open, one), one)));
        open.forEach(one -> pairs.add(new Pair(one, null)));
        received.stream()
                .filter(one -> one.inForceOn(on) && namesNoneOf(given, one))
                .forEach(one -> pairs.add(new Pair(null, one)));
        return pairs;
    }

    private static @Nullable End takeFirst(Set<End> open, End received) {
        var found = open.stream().filter(one -> one.mayBeReceivedAs(received)).findFirst();
        found.ifPresent(open::remove);
        return found.orElse(null);
    }

    /// Whether it names a delegation that the reader is not shown.
    private static boolean namesNoneOf(List<End> given, End received) {
        return received.delegation() != null
                && given.stream().noneMatch(one -> received.delegation().equals(one.delegation()));
    }
}
