package locality.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftoversTest {
    @TempDir Path folder;
    private Process process;

    @BeforeEach
    void startSomething() throws Exception {
        process = new ProcessBuilder("sleep", "60").start();
    }

    @AfterEach
    void stopIt() {
        process.destroyForcibly();
    }

    @Test
    void stopsTheVeryProcessThatWasWrittenDown() throws Exception {
        var records = new RunRecords(folder);
        records.write(recordOf(ProcessIdentity.of(process.pid()).orElseThrow()));

        assertThat(leftovers(records).stopAll()).isEqualTo(1);

        assertThat(process.waitFor(5, TimeUnit.SECONDS)).isTrue();
        assertThat(records.all()).isEmpty();
    }

    @Test
    void sparesAProcessThatWasGivenTheNumberLater() {
        var records = new RunRecords(folder);
        records.write(recordOf(new ProcessIdentity(process.pid(), "another-boot/1")));

        assertThat(leftovers(records).stopAll()).isZero();

        assertThat(process.isAlive()).isTrue();
        assertThat(records.all()).isEmpty();
    }

    @Test
    void passesOverARecordCutShort() throws Exception {
        Files.writeString(folder.resolve("budget.process"), "pid=");

        assertThat(leftovers(new RunRecords(folder)).stopAll()).isZero();
    }

    @Test
    void sparesAProcessThatAStalePostmasterFileNamesByChance() throws Exception {
        Files.writeString(
                folder.resolve("postmaster.pid"), process.pid() + "\n/elsewhere\n1000000000\n");

        assertThat(leftovers(new RunRecords(folder)).stopAll()).isZero();

        assertThat(process.isAlive()).isTrue();
        assertThat(folder.resolve("postmaster.pid")).doesNotExist();
    }

    @Test
    void stopsWhatDependsOnOthersFirst() {
        var order =
                Leftovers.inOrder(
                        List.of(
                                named("postgres"),
                                named("supervisor"),
                                named("kafka"),
                                named("budget"),
                                named("gateway")));

        assertThat(order)
                .extracting(RunRecords.Entry::name)
                .containsExactly("gateway", "budget", "kafka", "postgres");
    }

    @Test
    void readsWhoHoldsACluster() {
        assertThat(Leftovers.claimIn(List.of("4711", "/data", "1795333474", "15432")))
                .contains(new Leftovers.Claim(4711, Instant.ofEpochSecond(1_795_333_474)));
        assertThat(Leftovers.claimIn(List.of("4711"))).isEmpty();
    }

    @Test
    void readsAProcessWhoseCommandHoldsBracketsAndBlanks() {
        var entry =
                ProcessTable.parse(
                        "42 (a) b) S 1 40 41 0 -1 4194560 1 2 3 4 5 6 7 8 20 0 1 0 98765 10 11");

        assertThat(entry).contains(new ProcessTable.Entry(42, 'S', 41, 98_765));
    }

    private Leftovers leftovers(RunRecords records) {
        var silence = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        return new Leftovers(records, folder, new Progress(silence));
    }

    private static RunRecords.Entry recordOf(ProcessIdentity identity) {
        return new RunRecords.Entry("budget", identity, 8181, Optional.empty());
    }

    private static RunRecords.Entry named(String name) {
        return new RunRecords.Entry(name, new ProcessIdentity(1, "x"), 0, Optional.empty());
    }
}
