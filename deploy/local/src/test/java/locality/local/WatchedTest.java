package locality.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchedTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String SLEEP = "4711";

    @Test
    void waitsLongerEachTimeAndNeverLongerThanAQuarterOfAMinute() {
        var pause = Duration.ZERO;
        for (var expected : new long[] {500, 1_000, 2_000, 4_000, 8_000, 15_000, 15_000}) {
            pause = Watched.next(pause, Duration.ofSeconds(1));
            assertThat(pause).isEqualTo(Duration.ofMillis(expected));
        }
    }

    @Test
    void forgetsEarlierFailuresOnceAPartHadSettled() {
        assertThat(Watched.next(Watched.LONGEST_PAUSE, Duration.ofMinutes(1)))
                .isEqualTo(Watched.FIRST_PAUSE);
    }

    @Test
    void saysHowAProcessEnded() {
        assertThat(Watched.reason(1)).isEqualTo("exit 1");
        assertThat(Watched.reason(137)).isEqualTo("killed by signal 9");
    }

    @Test
    void keepsTryingToStartWhatCannotBeWrittenDownAndLeavesNothingRunning(@TempDir Path folder)
            throws Exception {
        var records = new RunRecords(folder.resolve("run"));
        var screen = new ByteArrayOutputStream();
        var out = new PrintStream(screen, true, StandardCharsets.UTF_8);
        try (var ready = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            var part = sleeping(folder, Part.tcp(ready.getLocalPort()));
            var watched = new Watched(part, new Launcher(records), records, new Progress(out));
            watched.start();
            try {
                assertThat(Waiting.within(PATIENCE, () -> failures(screen) >= 2)).isTrue();
                Folders.create(folder.resolve("run"));
                watched.awaitReady(PATIENCE);

                assertThat(records.find("sleeper").orElseThrow().identity().isAlive()).isTrue();
                assertThat(sleepers()).isEqualTo(1);
            } finally {
                watched.stop();
            }
        }
        assertThat(sleepers()).isZero();
    }

    private static Part sleeping(Path folder, URI readiness) {
        return new Part(
                "sleeper",
                List.of("sleep", SLEEP),
                Map.of(),
                folder.resolve("log"),
                readiness.getPort(),
                readiness,
                Signals.TERM,
                Part.USUAL_PATIENCE);
    }

    private static long failures(ByteArrayOutputStream screen) {
        return Pattern.compile("sleeper could not be started \\(.*sleeper.process.new\\)")
                .matcher(screen.toString(StandardCharsets.UTF_8))
                .results()
                .count();
    }

    private static long sleepers() {
        return ProcessHandle.current()
                .children()
                .filter(child -> child.info().commandLine().orElse("").contains(SLEEP))
                .count();
    }

    @Test
    void showsTheMessagesOfAServiceThatDidNotStartAndNotItsStackTrace() {
        var line =
                """
                {"level":"ERROR","message":"Failed to start","exception":{"frames":[{"class":"a.B"}],\
                "causedBy":{"message":"Validate \\"it\\"\\nand see"}}}\
                """;

        assertThat(Watched.readable(line)).isEqualTo("Failed to start: Validate \"it\" and see");
        assertThat(Watched.readable("plain")).isEqualTo("plain");
    }
}
