package locality.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// PostgreSQL refuses to run as root. Where root is who we are, it is put into a user namespace of
/// its own, or, where the system refuses those, run as `nobody`.
final class OrdinaryUser {
    private static final List<String> NAMESPACE = List.of("unshare", "-U");
    private static final List<String> NOBODY =
            List.of("setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups");

    private OrdinaryUser() {}

    /// What stands before the command; nothing for an ordinary user.
    static List<String> prefix() {
        if (!isRoot()) {
            return List.of();
        }
        if (works(NAMESPACE)) {
            return NAMESPACE;
        }
        if (works(NOBODY)) {
            return NOBODY;
        }
        throw new CannotStart(
                "PostgreSQL does not run as root, and this system allows neither a user namespace"
                        + " nor a change of user: run deploy/up as an ordinary user.");
    }

    /// Gives a file tree to whom the prefix makes the owner.
    static void own(Path tree, List<String> prefix) {
        if (!prefix.equals(NOBODY)) {
            return;
        }
        run(List.of("chown", "-R", "nobody:nogroup", tree.toString()));
        var folder = tree.toAbsolutePath().getParent();
        var test = new java.util.ArrayList<>(NOBODY);
        test.addAll(List.of("test", "-x", String.valueOf(folder)));
        if (run(test) != 0) {
            throw new CannotStart(
                    "As root PostgreSQL runs as the user nobody here, who cannot enter %s: set DATA_DIR to a folder that everyone can enter, for example under /var/tmp."
                            .formatted(folder));
        }
    }

    static boolean isRoot() {
        try {
            return Files.isDirectory(Path.of("/proc/self"))
                    ? Files.readAllLines(Path.of("/proc/self/status")).stream()
                            .anyMatch(
                                    line ->
                                            line.startsWith("Uid:")
                                                    && line.split("\\s+")[2].equals("0"))
                    : "root".equals(System.getProperty("user.name"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean works(List<String> prefix) {
        var test = new java.util.ArrayList<>(prefix);
        test.add("true");
        return Launcher.isOnPath(prefix.getFirst()) && run(test) == 0;
    }

    private static int run(List<String> command) {
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            return 127;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }
}
