package locality.local;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// One line for every part: is it running, since when, does it answer. Exit 0 only when all of them
/// do.
public final class Status {
    private static final List<String> PARTS =
            List.of(
                    Postgres.NAME,
                    KafkaNode.NAME,
                    Issuer.NAME,
                    "governance",
                    "budget",
                    "intervention",
                    "reporting",
                    Gateway.NAME);

    private Status() {}

    public static void main(String[] arguments) {
        var layout = Layout.in(System.getenv());
        var records = new RunRecords(layout.run());
        var supervisor = records.find(RunRecords.SUPERVISOR);
        var running = supervisor.filter(it -> it.identity().isAlive()).isPresent();
        var entries =
                records.all().stream()
                        .filter(entry -> PARTS.contains(entry.name()))
                        .sorted(Comparator.comparingInt(entry -> PARTS.indexOf(entry.name())))
                        .toList();
        if (!running && entries.stream().noneMatch(entry -> entry.identity().isAlive())) {
            System.out.println("The suite is not running: deploy/up starts it.");
            System.exit(1);
        }
        System.out.println(row("name", "pid", "port", "state", "uptime", "ready"));
        var missing = new ArrayList<>(expected(addresses(layout)));
        entries.forEach(entry -> missing.remove(entry.name()));
        var allUp = running && missing.isEmpty();
        for (var entry : entries) {
            var alive = entry.identity().isAlive();
            var ready = alive && entry.readiness().map(Readiness::of).orElse(false);
            allUp &= ready;
            System.out.println(
                    row(
                            entry.name(),
                            Long.toString(entry.identity().pid()),
                            Integer.toString(entry.port()),
                            alive ? "running" : "ended",
                            alive ? uptime(entry.identity().pid()) : "-",
                            ready ? "yes" : "no"));
        }
        missing.forEach(name -> System.out.println(row(name, "-", "-", "missing", "-", "no")));
        if (!running) {
            System.out.println(
                    "Nobody watches these: the run that started them was killed. deploy/up"
                            + " recovers, deploy/down stops them.");
        }
        System.exit(allUp ? 0 : 1);
    }

    /// The parts that a run consists of: without a server of its own where it uses given ones.
    ///
    /// @param addresses what the run wrote down when it began
    static List<String> expected(String addresses) {
        return addresses.contains(Port.POSTGRES.variable + "=")
                ? PARTS
                : PARTS.subList(PARTS.indexOf(Issuer.NAME) + 1, PARTS.size());
    }

    private static String addresses(Layout layout) {
        try {
            return Files.readString(layout.run().resolve("addresses"));
        } catch (IOException unreadable) {
            return "";
        }
    }

    private static String row(String... columns) {
        return "%-13s %8s %6s  %-8s %10s  %s".formatted((Object[]) columns);
    }

    private static String uptime(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(handle -> handle.info().startInstant())
                .map(start -> inWords(Duration.between(start, Instant.now())))
                .orElse("-");
    }

    static String inWords(Duration uptime) {
        return uptime.toHours() > 0
                ? "%d h %02d min".formatted(uptime.toHours(), uptime.toMinutesPart())
                : uptime.toMinutes() > 0
                        ? "%d min %02d s".formatted(uptime.toMinutes(), uptime.toSecondsPart())
                        : uptime.toSeconds() + " s";
    }
}
