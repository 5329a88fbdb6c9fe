package locality.platform.eventlog;

import java.time.Duration;

/// Tells waiting threads of this process that there is something to look at. It only saves time: a
/// waiter looks again by itself when its patience ends.
final class Signal {

    private long raised;

    synchronized long count() {
        return raised;
    }

    synchronized void raise() {
        raised++;
        notifyAll();
    }

    /// Waits until it is raised again after `seen`, or not longer than `atMost`.
    synchronized void await(long seen, Duration atMost) throws InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        for (long left = atMost.toNanos();
                raised == seen && left > 0;
                left = deadline - System.nanoTime()) {
            wait(left / 1_000_000, (int) (left % 1_000_000));
        }
    }
}
