package locality.governance.period;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/// A way upwards in an order that changes with time: who reports to whom, who is accountable to
/// whom.
///
/// @param to who is reached
/// @param during the days on which the whole way holds
public record Ascent(UUID to, Period during) {

    /// Whether it leads to somebody on any day, however long the way.
    ///
    /// @param above the steps up from somebody, each on the days of its own
    public boolean leadsTo(UUID wanted, Function<UUID, Stream<Ascent>> above) {
        var seen = new HashSet<Ascent>();
        var ahead = new ArrayDeque<>(List.of(this));
        while (ahead.poll() instanceof Ascent next) {
            if (next.to.equals(wanted)) {
                return true;
            }
            if (seen.add(next)) {
                above.apply(next.to).flatMap(next::then).forEach(ahead::add);
            }
        }
        return false;
    }

    private Stream<Ascent> then(Ascent step) {
        return step.during.common(during).map(days -> new Ascent(step.to, days)).stream();
    }
}
