package locality.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// The demo is loaded once, through the gateway, by a program of its own.
final class DemoLoad {
    private final Layout layout;
    private final Launcher launcher;
    private final RunNotes notes;
    private final Progress progress;
    private final BooleanSupplier stopping;
    private volatile @Nullable Process task;

    /// @param stopping whether the suite was told to stop, which is no failure of the demo
    DemoLoad(
            Layout layout,
            Launcher launcher,
            RunNotes notes,
            Progress progress,
            BooleanSupplier stopping) {
        this.layout = layout;
        this.launcher = launcher;
        this.notes = notes;
        this.progress = progress;
        this.stopping = stopping;
    }

    /// Loads it unless it is there already. When it cannot be loaded, the suite itself runs on.
    void load(String gateway, String issuer) {
        if (Files.exists(layout.demoLoaded())) {
            return;
        }
        progress.say("loading the demo through the gateway");
        var exit =
                runTask(
                        "demo",
                        Jvm.jar(layout.demo(), 128, "--gateway", gateway, "--issuer", issuer));
        if (exit != 0 && !stopping.getAsBoolean()) {
            notes.outcome(RunNotes.DEMO_FAILED);
            progress.say(
                    "The demo was not loaded (exit %d): the lines above say why. The suite itself"
                            + " runs; deploy/down and deploy/up try again.",
                    exit);
            return;
        }
        try {
            Files.writeString(layout.demoLoaded(), Instant.now() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        progress.say("demo loaded");
    }

    private int runTask(String name, List<String> command) {
        var process = launcher.startTask(name, command, Map.of());
        task = process;
        try (var lines = process.inputReader(StandardCharsets.UTF_8)) {
            lines.lines().forEach(line -> progress.say("  %s", line));
            return process.waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return -1;
        } finally {
            launcher.ended(name);
        }
    }

    /// Where it is being loaded.
    void stop() {
        var running = task;
        if (running != null && running.isAlive()) {
            running.destroy();
        }
    }
}
