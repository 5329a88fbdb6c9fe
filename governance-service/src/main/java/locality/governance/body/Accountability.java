package locality.governance.body;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import locality.governance.period.Period;

/// Who is accountable to whom, walked upwards.
final class Accountability {

    private final Function<UUID, Body> bodies;

    Accountability(Function<UUID, Body> bodies) {
        this.bodies = bodies;
    }

    /// A body reached upwards, and the days on which the whole way holds.
    private record Reached(UUID body, Period during) {}

    /// Nobody is accountable to itself on any day, however long the way round.
    void requireNoCircle(Body body, Relation relation) {
        if (!relation.isAccountability()) {
            return;
        }
        var seen = new HashSet<Reached>();
        var ahead = new ArrayDeque<>(List.of(new Reached(relation.toBody(), relation.period())));
        while (ahead.poll() instanceof Reached next) {
            if (next.body.equals(body.id)) {
                throw new BodyRefusal.AccountableInACircle(
                        body.reference, bodies.apply(relation.toBody()).reference);
            }
            if (seen.add(next)) {
                ahead.addAll(above(next));
            }
        }
    }

    private List<Reached> above(Reached below) {
        return bodies.apply(below.body).relations.stream()
                .filter(Relation::isAccountability)
                .flatMap(
                        one ->
                                one.period().common(below.during).stream()
                                        .map(days -> new Reached(one.toBody(), days)))
                .toList();
    }
}
