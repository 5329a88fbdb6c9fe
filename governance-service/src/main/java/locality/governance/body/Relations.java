package locality.governance.body;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import locality.platform.fact.Provenance;

/// How one body stands to others, over time: to each of them once at a time in each way.
final class Relations {

    private final String body;
    private final List<Relation> relations;

    /// @param body its reference
    /// @param relations changed in place
    Relations(String body, List<Relation> relations) {
        this.body = body;
        this.relations = relations;
    }

    /// @param to how the other body is called
    void add(Relation next, String to) {
        relations.stream()
                .filter(next::overlaps)
                .findFirst()
                .ifPresent(
                        related -> {
                            throw new BodyRefusal.AlreadyRelated(body, to, related);
                        });
        relations.add(next);
    }

    /// @param firstDayWithout the first day it no longer stands so to the other
    /// @return what it was, with its end
    Relation end(
            RelationKind kind,
            UUID other,
            String to,
            LocalDate firstDayWithout,
            Provenance source) {
        var lastDay = firstDayWithout.minusDays(1);
        var ending =
                relations.stream()
                        .filter(one -> one.is(kind, other) && one.period().holdsOn(lastDay))
                        .findFirst()
                        .orElseThrow(() -> new BodyRefusal.NotRelated(body, kind, to, lastDay));
        var ended = ending.until(lastDay, source);
        relations.set(relations.indexOf(ending), ended);
        return ended;
    }
}
