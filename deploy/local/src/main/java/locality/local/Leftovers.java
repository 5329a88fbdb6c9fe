package locality.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What an earlier run left running because it was killed. Nothing is stopped that is not proven to
/// be the very process that run started.
final class Leftovers {
    private static final List<String> STOPPED_FIRST =
            List.of(
                    "demo",
                    "gateway",
                    "reporting",
                    "intervention",
                    "budget",
                    "governance",
                    "issuer");
    private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(5);

    private final RunRecords records;
    private final Path cluster;
    private final Progress progress;

    Leftovers(RunRecords records, Path cluster, Progress progress) {
        this.records = records;
        this.cluster = cluster;
        this.progress = progress;
    }

    /// How many were still running and are now stopped.
    int stopAll() {
        var found = 0;
        for (var entry : inOrder(records.all())) {
            found += stop(entry) ? 1 : 0;
            records.remove(entry.name());
        }
        found += orphanPostmaster().map(this::stopPostmaster).orElse(0);
        return found;
    }

    static List<RunRecords.Entry> inOrder(List<RunRecords.Entry> entries) {
        var ordered = new ArrayList<>(entries);
        ordered.removeIf(entry -> entry.name().equals(RunRecords.SUPERVISOR));
        ordered.sort(
                Comparator.comparingInt(
                        entry -> {
                            var place = STOPPED_FIRST.indexOf(entry.name());
                            if (place >= 0) {
                                return place;
                            }
                            return entry.name().equals(Postgres.NAME) ? 100 : 50;
                        }));
        return ordered;
    }

    private boolean stop(RunRecords.Entry entry) {
        var identity = entry.identity();
        var alive = identity.isAlive();
        var orphans = ProcessTable.membersOfSession(identity.pid());
        if (!alive && (orphans.isEmpty() || ProcessIdentity.of(identity.pid()).isPresent())) {
            return false;
        }
        progress.say(
                "stopping %s (process %d), left by an earlier run", entry.name(), identity.pid());
        if (alive) {
            Part.farewellOf(entry.name()).send(identity.pid());
            if (!Waiting.within(Part.USUAL_PATIENCE, () -> !identity.isAlive())) {
                Signals.KILL.send(identity.pid());
            }
        }
        if (!Waiting.within(
                Duration.ofSeconds(2),
                () -> ProcessTable.membersOfSession(identity.pid()).isEmpty())) {
            Signals.KILL.sendToGroup(identity.pid());
        }
        return true;
    }

    private int stopPostmaster(ProcessIdentity postmaster) {
        progress.say(
                "stopping PostgreSQL (process %d), which still serves %s",
                postmaster.pid(), cluster);
        Signals.INT.send(postmaster.pid());
        if (!Waiting.within(Part.USUAL_PATIENCE, () -> !postmaster.isAlive())) {
            Signals.KILL.send(postmaster.pid());
        }
        return 1;
    }

    /// The server that says in `postmaster.pid` that it holds this cluster, if it is alive and
    /// began when the file says. A file that speaks of a dead process is removed: its number may
    /// meanwhile be another's, and the server would refuse to start.
    private Optional<ProcessIdentity> orphanPostmaster() {
        var file = cluster.resolve("postmaster.pid");
        try {
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            var claim = claimIn(Files.readAllLines(file));
            var holder =
                    claim.filter(it -> isHolder(it)).flatMap(it -> ProcessIdentity.of(it.pid()));
            if (holder.isEmpty()) {
                Files.delete(file);
            }
            return holder;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    record Claim(long pid, Instant began) {}

    static Optional<Claim> claimIn(List<String> lines) {
        try {
            return lines.size() < 3
                    ? Optional.empty()
                    : Optional.of(
                            new Claim(
                                    Long.parseLong(lines.get(0).strip()),
                                    Instant.ofEpochSecond(Long.parseLong(lines.get(2).strip()))));
        } catch (NumberFormatException cutShort) {
            return Optional.empty();
        }
    }

    private static boolean isHolder(Claim claim) {
        return ProcessHandle.of(claim.pid())
                .flatMap(handle -> handle.info().startInstant())
                .filter(
                        start ->
                                Duration.between(start, claim.began())
                                                .abs()
                                                .compareTo(CLOCK_TOLERANCE)
                                        <= 0)
                .isPresent();
    }
}
