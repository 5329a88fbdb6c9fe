package locality.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The running processes as Linux lists them; empty on other systems.
final class ProcessTable {

    record Entry(long pid, char state, long session, long startTicks) {
        boolean isAlive() {
            return state != 'Z' && state != 'X';
        }
    }

    private ProcessTable() {}

    /// Everything alive that belongs to the session a process once opened. The system does not give
    /// a number again while a session of that number has members.
    static List<Entry> membersOfSession(long session) {
        try (var all = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
            var members = new java.util.ArrayList<Entry>();
            for (var process : all) {
                read(process.resolve("stat"))
                        .filter(entry -> entry.session() == session && entry.isAlive())
                        .ifPresent(members::add);
            }
            return members;
        } catch (IOException noProcessTable) {
            return List.of();
        }
    }

    static Optional<Entry> read(Path stat) {
        try {
            return parse(Files.readString(stat, java.nio.charset.StandardCharsets.ISO_8859_1));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    /// The command stands in brackets and may itself hold brackets and blanks: count from the last.
    static Optional<Entry> parse(String line) {
        var afterCommand = line.lastIndexOf(')');
        if (afterCommand < 0) {
            return Optional.empty();
        }
        var fields = line.substring(afterCommand + 1).strip().split(" ");
        if (fields.length < 20) {
            return Optional.empty();
        }
        var pid = Long.parseLong(line.substring(0, line.indexOf(' ')));
        return Optional.of(
                new Entry(
                        pid,
                        fields[0].charAt(0),
                        Long.parseLong(fields[3]),
                        Long.parseLong(fields[19])));
    }
}
