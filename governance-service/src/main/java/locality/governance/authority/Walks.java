package locality.governance.authority;

import static java.util.Comparator.comparing;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import locality.governance.authority.Reach.Leniency;

/// The walks one question needs, each taken when it is first asked for. A body that holds its power
/// needs one for each owner; the reasons of all that do not, two more.
final class Walks {

    private final Question question;
    private final Scheme scheme;
    private final boolean reserved;
    private final Map<UUID, List<Grant>> grants;
    private final Map<String, List<Scheme.Body>> tops = new HashMap<>();
    private final Map<String, Map<Leniency, Reach>> taken = new HashMap<>();

    /// A reserved matter never leaves the top: its walks have only their starting points.
    Walks(Question question, Scheme scheme) {
        this.question = question;
        this.scheme = scheme;
        this.reserved = scheme.reserves(question.function(), question.place());
        this.grants = reserved ? Map.of() : scheme.grantsFor(question);
        for (var owner : question.owners()) {
            tops.put(owner.organisation(), established(owner));
            taken.put(owner.organisation(), new EnumMap<>(Leniency.class));
        }
    }

    boolean isReserved() {
        return reserved;
    }

    /// Where the owner's power begins.
    List<Scheme.Body> tops(Owner owner) {
        return tops.getOrDefault(owner.organisation(), List.of());
    }

    Reach of(Owner owner) {
        return of(owner, Leniency.NONE);
    }

    Reach of(Owner owner, Leniency leniency) {
        return taken.getOrDefault(owner.organisation(), Map.of())
                .computeIfAbsent(
                        leniency,
                        how -> Reach.from(owner, tops(owner), question, scheme, grants, how));
    }

    private List<Scheme.Body> established(Owner owner) {
        return scheme.bodies().stream()
                .filter(body -> body.isTopOf(owner.organisation()))
                .filter(body -> body.standing() == Standing.ESTABLISHED)
                .sorted(comparing(Scheme.Body::reference))
                .toList();
    }
}
