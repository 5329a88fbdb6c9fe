package locality.budget.line;

import static java.util.stream.Collectors.toCollection;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// What the sources of a fund may be spent on: a source is ring-fenced when every line that it
/// funds is.
public final class RingFences {

    /// Of a fund without any.
    public static final RingFences NONE = new RingFences(Map.of());

    private final Map<String, Set<Optional<String>>> bySource;

    /// @param bySource the ring-fences of the lines of each source; empty where a line has none
    RingFences(Map<String, Set<Optional<String>>> bySource) {
        this.bySource = Map.copyOf(bySource);
    }

    /// @throws LineRefusal if the source is ring-fenced, and the line lies outside
    public void requireWithin(String source, BudgetLine line) {
        var fences = bySource.getOrDefault(source, Set.of());
        boolean isFenced = !fences.isEmpty() && !fences.contains(Optional.<String>empty());
        if (isFenced && !fences.contains(Optional.ofNullable(line.ringFence))) {
            throw new LineRefusal.RingFenced(
                    source,
                    fences.stream().flatMap(Optional::stream).collect(toCollection(TreeSet::new)),
                    line);
        }
    }
}
