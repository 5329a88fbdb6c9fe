package locality.local;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// What was started, in the order in which it must be stopped: what uses another goes before it.
final class Stages {
    private static final Duration PATIENCE = Duration.ofSeconds(300);

    private final Launcher launcher;
    private final RunRecords records;
    private final Progress progress;
    private final Deque<List<Watched>> stages = new ArrayDeque<>();

    Stages(Launcher launcher, RunRecords records, Progress progress) {
        this.launcher = launcher;
        this.records = records;
        this.progress = progress;
    }

    /// Starts it and waits until it answers.
    void start(Part part) {
        startAndAwait(watch(part));
    }

    /// Remembered before it is started.
    Watched watch(Part part) {
        var watched = new Watched(part, launcher, records, progress);
        synchronized (stages) {
            var tier = tier(part.name());
            while (stages.size() <= tier) {
                stages.addLast(new ArrayList<>());
            }
            new ArrayList<>(stages).get(tier).add(watched);
        }
        return watched;
    }

    private static int tier(String name) {
        return switch (name) {
            case Postgres.NAME -> 0;
            case KafkaNode.NAME -> 1;
            case Issuer.NAME -> 2;
            case Gateway.NAME -> 4;
            default -> 3;
        };
    }

    static void startAndAwait(Watched watched) {
        watched.start();
        watched.awaitReady(PATIENCE);
    }

    boolean isEmpty() {
        synchronized (stages) {
            return stages.isEmpty();
        }
    }

    /// The last first, and those of one stage together.
    void stop() {
        List<List<Watched>> lastFirst;
        synchronized (stages) {
            lastFirst = new ArrayList<>(stages).reversed();
        }
        for (var stage : lastFirst) {
            stopTogether(stage);
        }
    }

    private static void stopTogether(List<Watched> stage) {
        var threads = new ArrayList<Thread>();
        for (var watched : List.copyOf(stage)) {
            threads.add(Thread.ofVirtual().start(watched::stop));
        }
        for (var thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
