package locality.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/// `kill -9` of every part in turn, PostgreSQL and Kafka too, while a partner loads the demo
/// through the gateway. Each comes back by itself; nothing acknowledged is missing, nothing is
/// doubled.
class KillEveryPartFullIT {

    private static final List<String> PARTS =
            List.of(
                    "governance",
                    "postgres",
                    "budget",
                    "kafka",
                    "intervention",
                    "reporting",
                    "gateway");
    private static final Duration COMING_BACK = Duration.ofMinutes(3);

    @Test
    void theSuiteHealsAndLosesNothing() throws Exception {
        try (var suite = new LocalRun("--no-demo")) {
            var loader = suite.loadDemo();
            for (var part : PARTS) {
                loader = atWork(suite, loader);
                kill(suite, part);
                Awaitility.await(part + " is back")
                        .atMost(COMING_BACK)
                        .pollInterval(Duration.ofSeconds(1))
                        .until(suite::allReady);
            }
            assertThat(loader.waitFor(8, TimeUnit.MINUTES)).isTrue();
            assertThat(loader.exitValue()).as("the loader got through").isZero();

            var story = suite.loadDemo("--story");
            assertThat(story.waitFor(8, TimeUnit.MINUTES)).isTrue();
            assertThat(story.exitValue()).as("the story holds").isZero();
            var checks = new Checks(suite.url(), suite.token("auditor,platform"));
            checks.everyChainIsIntact();
            checks.nothingIsParked();
            checks.dashboardsAgreeWithTheServices();
        }
    }

    /// A loader in the middle of its work: the one given, or another once that one got through.
    private static Process atWork(LocalRun suite, Process loader) throws IOException {
        if (loader.isAlive()) {
            return loader;
        }
        assertThat(loader.exitValue()).as("the loader got through").isZero();
        var next = suite.loadDemo();
        assertThat(next.isAlive()).isTrue();
        return next;
    }

    private static void kill(LocalRun suite, String part) throws Exception {
        if (part.equals("postgres")) {
            killPostmaster(suite);
            return;
        }
        var process = ProcessHandle.of(suite.processes().getOrDefault(part, -1L));
        assertThat(process).as("%s runs", part).isPresent();
        process.get().destroyForcibly();
    }

    /// The server itself; the process that watches it ends with it.
    private static void killPostmaster(LocalRun suite) throws IOException {
        try (var files = Files.walk(suite.data().resolve("postgres"))) {
            for (var file : files.filter(found -> found.endsWith("postmaster.pid")).toList()) {
                ProcessHandle.of(Long.parseLong(Files.readAllLines(file).getFirst().strip()))
                        .ifPresent(ProcessHandle::destroyForcibly);
            }
        }
    }
}
