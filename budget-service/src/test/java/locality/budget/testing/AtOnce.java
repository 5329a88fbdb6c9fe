package locality.budget.testing;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/// Callers who ask at the same moment, each on a thread of its own.
public final class AtOnce {

    private AtOnce() {}

    /// @return what each was answered
    public static <T> List<T> ask(int callers, Callable<T> question) throws InterruptedException {
        var start = new CyclicBarrier(callers);
        try (var threads = Executors.newFixedThreadPool(callers)) {
            var asked =
                    IntStream.range(0, callers)
                            .<Callable<T>>mapToObj(
                                    _ ->
                                            () -> {
                                                start.await();
                                                return question.call();
                                            })
                            .toList();
            return threads.invokeAll(asked).stream().map(Future::resultNow).toList();
        }
    }
}
