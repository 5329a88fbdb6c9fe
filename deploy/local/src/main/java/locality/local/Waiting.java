package locality.local;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/// Waits for what tells nobody: whether another process is there yet, or no more, has to be asked
/// again and again.
final class Waiting {
    private static final Duration BETWEEN_QUESTIONS = Duration.ofMillis(50);

    private Waiting() {}

    /// Waits until the condition holds; false when the patience runs out first.
    static boolean within(Duration patience, BooleanSupplier condition) {
        var end = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            try {
                Thread.sleep(BETWEEN_QUESTIONS);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return condition.getAsBoolean();
            }
        }
        return true;
    }
}
