package locality.local;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;

/// Several works at once, each in a thread of its own.
final class InParallel {
    private InParallel() {}

    /// Done when all are; the first that fails is not kept waiting by the rest.
    static void run(List<Runnable> works) {
        var done = new LinkedBlockingQueue<Optional<RuntimeException>>();
        for (var work : works) {
            Thread.ofVirtual().start(() -> done.add(failureOf(work)));
        }
        try {
            for (var remaining = works.size(); remaining > 0; remaining--) {
                var failure = done.take();
                if (failure.isPresent()) {
                    throw failure.get();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("Stopped while starting.");
        }
    }

    private static Optional<RuntimeException> failureOf(Runnable work) {
        try {
            work.run();
            return Optional.empty();
        } catch (RuntimeException failure) {
            return Optional.of(failure);
        }
    }
}
