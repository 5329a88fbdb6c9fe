package locality.governance.body;

import java.time.LocalDate;
import java.util.List;

/// What a body was called first, and what it was renamed to over time.
final class Names {

    private final String first;
    private final List<Name> renamings;

    /// @param renamings changed in place
    Names(String first, List<Name> renamings) {
        this.first = first;
        this.renamings = renamings;
    }

    /// Names follow one another in time; one from its predecessor's day replaces it.
    void take(Name next) {
        if (!renamings.isEmpty() && next.fromDay().isBefore(renamings.getLast().fromDay())) {
            throw new BodyRefusal.NameOutOfOrder(renamings.getLast(), next.fromDay());
        }
        renamings.add(next);
    }

    String on(LocalDate day) {
        return renamings.reversed().stream()
                .filter(one -> !one.fromDay().isAfter(day))
                .map(Name::name)
                .findFirst()
                .orElse(first);
    }
}
