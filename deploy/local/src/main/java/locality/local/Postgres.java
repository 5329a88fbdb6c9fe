package locality.local;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.util.ArchUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/// The local PostgreSQL: its software unpacked from the build's own dependency, its cluster made
/// once, and the server run directly, so that its process is the one that is watched. Durable:
/// every acknowledged commit is on disk.
final class Postgres {
    static final String NAME = "postgres";
    static final String SUPERUSER = "postgres";

    private final Path home;
    private final int port;
    private final Passwords passwords;
    private final List<String> asOrdinaryUser;

    Postgres(Path home, int port, Passwords passwords) {
        this.home = home;
        this.port = port;
        this.passwords = passwords;
        this.asOrdinaryUser = OrdinaryUser.prefix();
    }

    Path cluster() {
        return home.resolve("cluster");
    }

    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /// Unpacks and initialises what is not there yet; either is seen whole or not at all.
    void prepare(Launcher launcher) {
        try {
            Files.createDirectories(home);
            if (!Files.isDirectory(software())) {
                unpack();
            }
            if (!Files.isDirectory(cluster())) {
                initialise(launcher);
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    Part part(Path logs) {
        var command = new ArrayList<>(asOrdinaryUser);
        command.add(software().resolve("bin/postgres").toString());
        command.addAll(List.of("-D", cluster().toString()));
        settings()
                .forEach(
                        (setting, value) -> {
                            command.add("-c");
                            command.add(setting + "=" + value);
                        });
        return new Part(
                NAME,
                command,
                Map.of("LC_ALL", "C"),
                logs.resolve("postgres.log"),
                port,
                Part.tcp(port),
                Part.farewellOf(NAME),
                Part.USUAL_PATIENCE);
    }

    private Map<String, String> settings() {
        return Map.ofEntries(
                Map.entry("port", Integer.toString(port)),
                Map.entry("listen_addresses", "127.0.0.1"),
                Map.entry("unix_socket_directories", ""),
                Map.entry("fsync", "on"),
                Map.entry("synchronous_commit", "on"),
                Map.entry("full_page_writes", "on"),
                Map.entry("shared_buffers", "128MB"),
                Map.entry("max_connections", "150"),
                Map.entry("timezone", "UTC"),
                Map.entry("log_timezone", "UTC"));
    }

    private void unpack() throws IOException {
        var archive = archive();
        var unfinished = home.resolve("software.new");
        Folders.delete(unfinished);
        try (var tar =
                new TarArchiveInputStream(
                        new XZCompressorInputStream(new ByteArrayInputStream(archive)))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(tar, entry, unfinished);
            }
        }
        OrdinaryUser.own(unfinished, asOrdinaryUser);
        Files.move(unfinished, software(), StandardCopyOption.ATOMIC_MOVE);
    }

    private static void unpack(InputStream tar, TarArchiveEntry entry, Path into)
            throws IOException {
        var target = into.resolve(entry.getName()).normalize();
        if (!target.startsWith(into)) {
            throw new IOException(
                    "The PostgreSQL archive names a path outside itself: " + entry.getName());
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else if (entry.isDirectory()) {
            Files.createDirectories(target);
        } else {
            Files.copy(tar, target, StandardCopyOption.REPLACE_EXISTING);
            if ((entry.getMode() & 0100) != 0 && !Files.isSymbolicLink(target)) {
                Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
        }
    }

    private static byte[] archive() throws IOException {
        var system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        var kind =
                system.startsWith("mac") ? "Darwin" : system.startsWith("linux") ? "Linux" : system;
        try (var stream =
                DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(
                        kind, ArchUtils.normalize(System.getProperty("os.arch", "")))) {
            return stream.readAllBytes();
        } catch (IllegalStateException notForThisMachine) {
            throw new CannotStart(
                    "There is no bundled PostgreSQL for this kind of machine: run with"
                            + " --external.");
        }
    }

    /// Named by what it holds, so that another version lies beside and not over it.
    private Path software() {
        return home.resolve("software-" + SoftwareName.VALUE);
    }

    private static final class SoftwareName {
        static final String VALUE = digest();

        private static String digest() {
            try {
                var whole = MessageDigest.getInstance("SHA-256").digest(archive());
                return HexFormat.of().formatHex(whole, 0, 6);
            } catch (IOException | NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private void initialise(Launcher launcher) throws IOException {
        var unfinished = home.resolve("cluster.new");
        var password = home.resolve("password");
        Folders.delete(unfinished);
        Folders.writePrivately(password, passwords.of(SUPERUSER));
        Files.createDirectories(unfinished);
        OrdinaryUser.own(unfinished, asOrdinaryUser);
        OrdinaryUser.own(password, asOrdinaryUser);
        var command = new ArrayList<>(asOrdinaryUser);
        command.addAll(
                List.of(
                        software().resolve("bin/initdb").toString(),
                        "--pgdata=" + unfinished,
                        "--username=" + SUPERUSER,
                        "--pwfile=" + password,
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8",
                        "--locale=C",
                        "--data-checksums"));
        var process = launcher.startTask("initdb", command, Map.of("LC_ALL", "C"));
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        var exit = awaitEnd(process);
        launcher.ended("initdb");
        Files.delete(password);
        if (exit != 0) {
            throw new CannotStart("The PostgreSQL cluster could not be made:\n" + output);
        }
        Files.move(unfinished, cluster(), StandardCopyOption.ATOMIC_MOVE);
    }

    private static int awaitEnd(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }
}
