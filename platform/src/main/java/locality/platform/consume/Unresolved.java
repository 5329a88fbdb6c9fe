package locality.platform.consume;

import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/// What failed and has not succeeded since, and since when.
final class Unresolved {

    private final Map<Object, Long> since = new ConcurrentHashMap<>();

    void failed(Object what) {
        since.putIfAbsent(what, System.nanoTime());
    }

    void succeeded(Object what) {
        since.remove(what);
    }

    void forget(Predicate<Object> what) {
        since.keySet().removeIf(what);
    }

    /// How long the oldest of them has gone without success; zero when there is none.
    Duration age() {
        long now = System.nanoTime();
        return since.values().stream()
                .map(began -> Duration.ofNanos(now - began))
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }
}
