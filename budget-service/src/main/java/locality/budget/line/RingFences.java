package locality.budget.line;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// What the sources of a fund may be spent on: a source is ring-fenced when a line that it funds
/// is. It is then spent within those ring-fences, and on lines that are planned to be paid from it.
public final class RingFences {

    /// Of a fund without any.
    public static final RingFences NONE = new RingFences(Map.of());

    private final Map<String, Set<String>> bySource;

    /// @param bySource the ring-fences of the lines of each source that has any
    RingFences(Map<String, Set<String>> bySource) {
        this.bySource = Map.copyOf(bySource);
    }

    /// @throws LineRefusal if the source is ring-fenced, and the line lies outside
    public void requireWithin(String source, BudgetLine line) {
        var fences = bySource.getOrDefault(source, Set.of());
        boolean isWithin = line.ringFence != null && fences.contains(line.ringFence);
        if (!fences.isEmpty() && !isWithin && !line.fundingSource.equals(source)) {
            throw new LineRefusal.RingFenced(source, new TreeSet<>(fences), line);
        }
    }
}
