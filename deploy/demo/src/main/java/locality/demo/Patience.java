package locality.demo;

import java.time.Duration;

/// How long to keep asking, and how often: pauses double from the first to the longest. A service
/// that is away tells nobody when it is back, so that it has to be asked again.
///
/// @param longest a pause never lasts longer, whatever the other side asks for
/// @param inAll when this has passed, asking ends
record Patience(Duration first, Duration longest, Duration inAll) {

    /// Long enough for a service, its database or the broker to be killed and started again.
    static final Patience FOR_A_RESTART =
            new Patience(Duration.ofMillis(250), Duration.ofSeconds(5), Duration.ofMinutes(3));

    /// Often enough to see an event soon after it arrives.
    static final Patience FOR_AN_EVENT =
            new Patience(Duration.ofMillis(50), Duration.ofSeconds(1), Duration.ofMinutes(3));

    Waiting begin(Progress progress) {
        return new Waiting(progress);
    }

    final class Waiting {
        private static final long SAY_SO_AFTER_SECONDS = 5;

        private final Progress progress;
        private final long start = System.nanoTime();
        private Duration next = first;
        private long saidAt;

        private Waiting(Progress progress) {
            this.progress = progress;
        }

        boolean hasLasted(Duration time) {
            return Duration.ofNanos(System.nanoTime() - start).compareTo(time) >= 0;
        }

        void pause(String reason) {
            pause(reason, Duration.ZERO);
        }

        /// Waits before the next attempt.
        ///
        /// @param asked how long the other side asks to be left alone
        /// @throws DemoFailed.GaveUp with the reason when patience is at its end
        void pause(String reason, Duration asked) {
            var waited = Duration.ofNanos(System.nanoTime() - start);
            if (waited.compareTo(inAll) >= 0) {
                throw new DemoFailed.GaveUp(
                        "Gave up after %d seconds: %s".formatted(waited.toSeconds(), reason));
            }
            sayNowAndThen(reason, waited.toSeconds());
            sleep(shorter(longer(next, asked), longest));
            next = shorter(next.multipliedBy(2), longest);
        }

        private void sayNowAndThen(String reason, long waitedSeconds) {
            if (waitedSeconds >= saidAt + SAY_SO_AFTER_SECONDS) {
                saidAt = waitedSeconds;
                progress.say("waiting for %d seconds now: %s", waitedSeconds, reason);
            }
        }

        /// The other side is asked over HTTP and tells nobody when it is ready, so there is nothing
        /// to wait on but time.
        private static void sleep(Duration pause) {
            try {
                Thread.sleep(pause);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new DemoFailed.GaveUp("Stopped while waiting");
            }
        }
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
