package locality.governance.body;

import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import locality.governance.period.Ascent;

/// Who is accountable to whom, walked upwards.
final class Accountability {

    private final Function<UUID, Body> bodies;

    Accountability(Function<UUID, Body> bodies) {
        this.bodies = bodies;
    }

    /// Nobody is accountable to itself on any day, however long the way round.
    void requireNoCircle(Body body, Relation relation) {
        if (relation.isAccountability() && up(relation).leadsTo(body.id, this::above)) {
            throw new BodyRefusal.AccountableInACircle(
                    body.reference, bodies.apply(relation.toBody()).reference);
        }
    }

    private Stream<Ascent> above(UUID body) {
        return bodies.apply(body).relations.stream()
                .filter(Relation::isAccountability)
                .map(Accountability::up);
    }

    private static Ascent up(Relation relation) {
        return new Ascent(relation.toBody(), relation.period());
    }
}
