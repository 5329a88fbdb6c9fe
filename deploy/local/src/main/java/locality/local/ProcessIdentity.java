package locality.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// A process as nothing else on this machine can be: its number together with when it began.
/// Numbers are given again; a number with its start is not.
record ProcessIdentity(long pid, String started) {

    static Optional<ProcessIdentity> of(long pid) {
        return startOf(pid).map(started -> new ProcessIdentity(pid, started));
    }

    boolean isAlive() {
        return startOf(pid).filter(started::equals).isPresent();
    }

    /// On Linux the boot and the clock ticks since it, which no change of the clock moves; the
    /// start instant elsewhere. One that has ended and waits for its parent to notice counts as
    /// gone.
    private static Optional<String> startOf(long pid) {
        if (Files.isDirectory(Path.of("/proc/self"))) {
            return ProcessTable.read(Path.of("/proc/" + pid + "/stat"))
                    .filter(ProcessTable.Entry::isAlive)
                    .map(entry -> boot() + "/" + entry.startTicks());
        }
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .flatMap(handle -> handle.info().startInstant())
                .map(Object::toString);
    }

    private static String boot() {
        try {
            return Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip();
        } catch (IOException hidden) {
            return "this-boot";
        }
    }
}
