package locality.governance.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/// Several callers who call at the same moment.
public final class AtOnce {

    private AtOnce() {}

    /// What each was answered, in the order given.
    public static <T> List<T> call(int callers, List<Callable<T>> calls)
            throws InterruptedException, ExecutionException {
        var start = new CountDownLatch(1);
        try (var pool = Executors.newFixedThreadPool(callers)) {
            var answers = new ArrayList<Future<T>>();
            for (var call : calls) {
                answers.add(
                        pool.submit(
                                () -> {
                                    assertThat(start.await(1, TimeUnit.MINUTES)).isTrue();
                                    return call.call();
                                }));
            }
            start.countDown();
            var told = new ArrayList<T>();
            for (var answer : answers) {
                told.add(answer.get());
            }
            return told;
        }
    }
}
