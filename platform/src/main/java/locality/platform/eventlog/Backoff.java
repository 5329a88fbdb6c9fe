package locality.platform.eventlog;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Pauses that double while something keeps failing, cut short when the work is to stop.
public final class Backoff {

    private static final Duration FIRST = Duration.ofMillis(100);

    private final Duration longest;
    private final CountDownLatch stop;
    private Duration next = FIRST;
    private boolean paused;

    public Backoff(Duration longest, CountDownLatch stop) {
        this.longest = longest;
        this.stop = stop;
    }

    public void succeeded() {
        next = FIRST;
        paused = false;
    }

    /// Whether it failed before without success since: what is to be said was said.
    public boolean pausedBefore() {
        return paused;
    }

    public void pause() {
        paused = true;
        var now = next;
        next = now.multipliedBy(2).compareTo(longest) < 0 ? now.multipliedBy(2) : longest;
        try {
            var stopped = stop.await(now.toMillis(), TimeUnit.MILLISECONDS);
            next = stopped ? FIRST : next;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
