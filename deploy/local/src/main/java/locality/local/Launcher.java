package locality.local;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Starts processes in sessions of their own, out of reach of the keyboard's Ctrl-C, and writes
/// down who they are before anything else happens.
final class Launcher {
    private final RunRecords records;
    private final boolean sessions = isOnPath("setsid");

    Launcher(RunRecords records) {
        this.records = records;
    }

    Process start(Part part) {
        var builder = prepare(part.command(), part.environment());
        builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(part.log().toFile()));
        return start(builder, part.name(), part.port(), Optional.of(part.readiness()));
    }

    /// A process that does one thing and ends; its output is the caller's to read.
    Process startTask(String name, List<String> command, Map<String, String> environment) {
        return start(
                prepare(command, environment).redirectErrorStream(true), name, 0, Optional.empty());
    }

    private ProcessBuilder prepare(List<String> command, Map<String, String> environment) {
        var whole = new ArrayList<String>();
        if (sessions) {
            whole.add("setsid");
        }
        whole.addAll(command);
        var builder = new ProcessBuilder(whole);
        builder.environment().putAll(environment);
        return builder.redirectInput(new File("/dev/null"));
    }

    private Process start(ProcessBuilder builder, String name, int port, Optional<URI> readiness) {
        try {
            var process = builder.start();
            writeDown(process, name, port, readiness);
            return process;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What cannot be written down must not run: nobody would find it to stop it.
    private void writeDown(Process process, String name, int port, Optional<URI> readiness) {
        try {
            ProcessIdentity.of(process.pid())
                    .ifPresent(
                            who -> records.write(new RunRecords.Entry(name, who, port, readiness)));
        } catch (UncheckedIOException unwritten) {
            process.destroyForcibly();
            if (sessions) {
                Signals.KILL.sendToGroup(process.pid());
            }
            throw unwritten;
        }
    }

    void ended(String task) {
        records.remove(task);
    }

    static boolean isOnPath(String program) {
        for (var folder : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)) {
            if (!folder.isEmpty() && Files.isExecutable(Path.of(folder, program))) {
                return true;
            }
        }
        return false;
    }
}
