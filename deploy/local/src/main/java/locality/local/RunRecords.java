package locality.local;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/// Which processes belong to this run, on disk, so that a run that was killed can be cleared up.
final class RunRecords {
    static final String SUPERVISOR = "supervisor";

    record Entry(String name, ProcessIdentity identity, int port, Optional<URI> readiness) {}

    private final Path directory;

    RunRecords(Path directory) {
        this.directory = directory;
    }

    void write(Entry entry) {
        var values = new Properties();
        values.setProperty("pid", Long.toString(entry.identity().pid()));
        values.setProperty("started", entry.identity().started());
        values.setProperty("port", Integer.toString(entry.port()));
        entry.readiness().ifPresent(uri -> values.setProperty("readiness", uri.toString()));
        var text = new StringWriter();
        try {
            values.store(text, null);
            var unfinished = directory.resolve(entry.name() + ".process.new");
            Files.writeString(unfinished, text.toString());
            Files.move(
                    unfinished,
                    file(entry.name()),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void remove(String name) {
        try {
            Files.deleteIfExists(file(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Optional<Entry> find(String name) {
        return read(file(name));
    }

    List<Entry> all() {
        var entries = new ArrayList<Entry>();
        if (!Files.isDirectory(directory)) {
            return entries;
        }
        try (var files = Files.newDirectoryStream(directory, "*.process")) {
            files.forEach(file -> read(file).ifPresent(entries::add));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return entries;
    }

    private Path file(String name) {
        return directory.resolve(name + ".process");
    }

    /// A record that was cut short by a crash says nothing and is passed over.
    private static Optional<Entry> read(Path file) {
        var values = new Properties();
        try {
            values.load(new StringReader(Files.readString(file)));
            var identity =
                    new ProcessIdentity(
                            Long.parseLong(values.getProperty("pid", "")),
                            values.getProperty("started", ""));
            return Optional.of(
                    new Entry(
                            file.getFileName().toString().replace(".process", ""),
                            identity,
                            Integer.parseInt(values.getProperty("port", "0")),
                            Optional.ofNullable(values.getProperty("readiness")).map(URI::create)));
        } catch (IOException | NumberFormatException unreadable) {
            return Optional.empty();
        }
    }
}
