package locality.governance.authority;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;
import static java.util.Comparator.comparingLong;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import locality.platform.money.Pence;
import org.jspecify.annotations.Nullable;

/// Which of those who may decide is nearest the ground: one that passes a sufficient power to no
/// other of them; of several, the one with the longest way from the top, then with the lowest cap.
final class Subsidiarity {

    private final Question question;
    private final Walks walks;

    Subsidiarity(Question question, Walks walks) {
        this.question = question;
        this.walks = walks;
    }

    /// @param holders bodies that may decide for these owners
    Optional<Scheme.Body> lowest(Collection<Scheme.Body> holders, List<Owner> owners) {
        var ids = holders.stream().map(Scheme.Body::id).collect(Collectors.toSet());
        return holders.stream()
                .filter(Predicate.not(body -> passesOn(body.id(), ids, owners)))
                .min(nearestTheGround(owners))
                .or(() -> holders.stream().min(nearestTheGround(owners)));
    }

    private boolean passesOn(UUID body, Set<UUID> holders, List<Owner> owners) {
        return owners.stream()
                .anyMatch(
                        owner ->
                                walks.of(owner)
                                        .onwardFrom(body)
                                        .filter(way -> way.bears(question.testedAgainst(owner)))
                                        .anyMatch(way -> leadsTo(way, holders)));
    }

    private static boolean leadsTo(Chain way, Set<UUID> holders) {
        return way.last() != null
                && way.last().holder() instanceof Holder.Body(var id)
                && holders.contains(id);
    }

    private Comparator<Scheme.Body> nearestTheGround(List<Owner> owners) {
        return comparingInt((Scheme.Body body) -> -steps(body, owners))
                .thenComparing(comparingLong(body -> mostOf(cap(body, owners))))
                .thenComparing(comparing(Scheme.Body::reference));
    }

    private int steps(Scheme.Body body, List<Owner> owners) {
        return ways(body, owners).stream().mapToInt(Chain::steps).sum();
    }

    private @Nullable Pence cap(Scheme.Body body, List<Owner> owners) {
        Pence cap = null;
        for (var way : ways(body, owners)) {
            cap = Chain.lower(cap, way.cap());
        }
        return cap;
    }

    private List<Chain> ways(Scheme.Body body, List<Owner> owners) {
        return owners.stream()
                .map(owner -> walks.of(owner).to(new Holder.Body(body.id())))
                .filter(Objects::nonNull)
                .toList();
    }

    private static long mostOf(@Nullable Pence cap) {
        return cap == null ? Long.MAX_VALUE : cap.value();
    }
}
