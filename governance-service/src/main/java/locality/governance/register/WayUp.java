package locality.governance.register;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import locality.governance.body.BodyOnDate;

/// The way an entry goes up, one step at a time: of several bodies above, to the first in the order
/// of their references **(default)**.
final class WayUp {

    private WayUp() {}

    /// The bodies above one by their references, the nearest first, each once: it ends at the top,
    /// and where it would come back to a body it has passed.
    ///
    /// @param parentsOf the bodies right above one, in the order of their references
    static List<String> from(UUID body, Function<UUID, List<BodyOnDate>> parentsOf) {
        var passed = new HashSet<UUID>();
        passed.add(body);
        var way = new ArrayList<String>();
        var next = next(body, parentsOf);
        while (next.isPresent() && passed.add(next.get().id())) {
            way.add(next.get().reference());
            next = next(next.get().id(), parentsOf);
        }
        return List.copyOf(way);
    }

    /// The body right above one; empty at the top.
    static Optional<BodyOnDate> next(UUID body, Function<UUID, List<BodyOnDate>> parentsOf) {
        return parentsOf.apply(body).stream().findFirst();
    }
}
