package locality.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A part that is kept running: when its process ends unasked it is started again, each time after
/// a longer pause, and whoever watches the screen is told.
final class Watched {
    static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration ASKED_AGAIN = Duration.ofMillis(100);
    static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);
    private static final int LINES_SHOWN = 15;
    private static final Pattern MESSAGE =
            Pattern.compile("\"message\":\"((?:[^\"\\\\]|\\\\.)*+)\"");
    private static final int FAILURES_BEFORE_GIVING_UP = 3;
    private static final Duration SETTLED = Duration.ofSeconds(30);

    private final Part part;
    private final Launcher launcher;
    private final RunRecords records;
    private final Progress progress;
    private final CountDownLatch firstReady = new CountDownLatch(1);
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile int failuresBeforeReady;
    private @Nullable Process process;
    private @Nullable Thread keeper;

    Watched(Part part, Launcher launcher, RunRecords records, Progress progress) {
        this.part = part;
        this.launcher = launcher;
        this.records = records;
        this.progress = progress;
    }

    String name() {
        return part.name();
    }

    synchronized void start() {
        if (!isStopping()) {
            keeper = Thread.ofVirtual().name("keeper of " + part.name()).start(this::keepRunning);
        }
    }

    void awaitReady(Duration patience) {
        var ready =
                Waiting.within(
                        patience,
                        () ->
                                firstReady.getCount() == 0
                                        || failuresBeforeReady >= FAILURES_BEFORE_GIVING_UP
                                        || isStopping());
        if (isStopping()) {
            throw new CannotStart("Stopped before " + part.name() + " was ready.");
        }
        if (!ready || firstReady.getCount() != 0) {
            throw new CannotStart(
                    "%s did not become ready%s. The end of %s:%n%s"
                            .formatted(
                                    part.name(),
                                    ready
                                            ? ": it failed " + failuresBeforeReady + " times"
                                            : " within " + patience.toSeconds() + " s",
                                    part.log(),
                                    endOfLog()));
        }
    }

    private void keepRunning() {
        var pause = Duration.ZERO;
        while (!isStopping()) {
            var began = System.nanoTime();
            var end = runOnce(began);
            if (isStopping()) {
                return;
            }
            if (firstReady.getCount() != 0) {
                failuresBeforeReady++;
            }
            pause = next(pause, Duration.ofNanos(System.nanoTime() - began));
            progress.say(
                    "%s %s and is started again in %.1f s",
                    part.name(), end, pause.toMillis() / 1000.0);
            awaitStopFor(pause);
        }
    }

    /// Runs the part to its end, and says how that came about.
    private String runOnce(long began) {
        try {
            var running = spawn();
            if (running == null) {
                return "is not started";
            }
            awaitReadyOrEnd(running, began);
            var exit = awaitEnd(running);
            if (!isStopping()) {
                clearRemains(running.pid());
            }
            return "ended (" + reason(exit) + ")";
        } catch (UncheckedIOException failure) {
            return "could not be started (" + failure.getMessage() + ")";
        }
    }

    static Duration next(Duration pause, Duration uptime) {
        if (pause.isZero() || uptime.compareTo(SETTLED) > 0) {
            return FIRST_PAUSE;
        }
        var doubled = pause.multipliedBy(2);
        return doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
    }

    static String reason(int exit) {
        return exit > 128 ? "killed by signal " + (exit - 128) : "exit " + exit;
    }

    private synchronized @Nullable Process spawn() {
        if (isStopping()) {
            return null;
        }
        process = launcher.start(part);
        return process;
    }

    private void awaitReadyOrEnd(Process running, long began) {
        do {
            if (Readiness.of(part.readiness()) && running.isAlive()) {
                if (firstReady.getCount() == 0) {
                    progress.say(
                            "%s is ready again after %.1f s",
                            part.name(), (System.nanoTime() - began) / 1e9);
                }
                firstReady.countDown();
                return;
            }
        } while (!isStopping() && !hasEndedWithin(ASKED_AGAIN, running));
    }

    private static boolean hasEndedWithin(Duration pause, Process running) {
        try {
            return running.waitFor(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private static int awaitEnd(Process running) {
        try {
            return running.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }

    /// Workers outlive a master that was killed and would keep its port.
    private static void clearRemains(long session) {
        if (!Waiting.within(
                Duration.ofMillis(500), () -> ProcessTable.membersOfSession(session).isEmpty())) {
            Signals.KILL.sendToGroup(session);
        }
    }

    private boolean isStopping() {
        return stopped.getCount() == 0;
    }

    private void awaitStopFor(Duration pause) {
        try {
            stopped.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void stop() {
        Process running;
        synchronized (this) {
            stopped.countDown();
            running = process;
        }
        if (running != null && running.isAlive()) {
            part.farewell().send(running.pid());
            if (!Waiting.within(part.patience(), () -> !running.isAlive())) {
                progress.say(
                        "%s did not stop within %d s and is killed",
                        part.name(), part.patience().toSeconds());
                running.destroyForcibly();
            }
        }
        if (running != null) {
            awaitEnd(running);
            clearRemains(running.pid());
        }
        if (keeper != null) {
            keeper.interrupt();
        }
        records.remove(part.name());
    }

    private String endOfLog() {
        try (var lines = Files.lines(part.log(), StandardCharsets.ISO_8859_1)) {
            var all = lines.toList();
            return all.subList(Math.max(0, all.size() - LINES_SHOWN), all.size()).stream()
                    .map(Watched::readable)
                    .collect(Collectors.joining(System.lineSeparator()));
        } catch (IOException unreadable) {
            return "(no log)";
        }
    }

    /// Services log JSON, a screenful for each failure: its messages and those of its causes are
    /// what a person wants to read.
    static String readable(String line) {
        if (!line.startsWith("{")) {
            return line;
        }
        return MESSAGE.matcher(line)
                .results()
                .map(found -> found.group(1).replace("\\n", " ").replace("\\\"", "\""))
                .collect(Collectors.joining(": "));
    }
}
