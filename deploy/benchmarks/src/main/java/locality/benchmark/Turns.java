package locality.benchmark;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;

/// Variants of the same work, taken in turn so that whatever else the machine does falls on all of
/// them alike. What is told is the median of each and its ratio to the first, the baseline.
public final class Turns {

    private static final double NANOSECONDS_IN_A_MILLISECOND = 1e6;

    private final Map<String, Callable<?>> variants = new LinkedHashMap<>();
    private final Map<String, List<Long>> nanoseconds = new LinkedHashMap<>();

    /// @param name unique; the first is the baseline
    public Turns variant(String name, Callable<?> work) {
        variants.put(name, work);
        nanoseconds.put(name, new ArrayList<>());
        return this;
    }

    /// @param warmUp rounds that are not counted
    public Turns take(int warmUp, int counted) throws Exception {
        for (int round = 0; round < warmUp + counted; round++) {
            for (var variant : variants.entrySet()) {
                long began = System.nanoTime();
                Objects.requireNonNull(variant.getValue().call());
                long took = System.nanoTime() - began;
                if (round >= warmUp) {
                    Objects.requireNonNull(nanoseconds.get(variant.getKey())).add(took);
                }
            }
        }
        return this;
    }

    /// A table in Markdown: milliseconds, and how many times as fast as the baseline.
    public String table() {
        double baseline = median(nanoseconds.values().iterator().next());
        return nanoseconds.entrySet().stream()
                .map(
                        one ->
                                String.format(
                                        Locale.UK,
                                        "| %s | %.2f | %.2f |",
                                        one.getKey(),
                                        median(one.getValue()) / NANOSECONDS_IN_A_MILLISECOND,
                                        baseline / median(one.getValue())))
                .collect(
                        joining(
                                "\n",
                                "| variant | median, ms | times the baseline |\n|---|---:|---:|\n",
                                ""));
    }

    private static double median(List<Long> measured) {
        var sorted = measured.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(middle)
                : (sorted.get(middle - 1) + sorted.get(middle)) / 2.0;
    }
}
