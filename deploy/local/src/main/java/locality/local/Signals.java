package locality.local;

import java.io.IOException;

/// Signals Java has no call for, by the shell's own `kill`: a minimal system has no other.
enum Signals {
    TERM,
    INT,
    KILL;

    void send(long pid) {
        run("kill -" + name() + " " + pid);
    }

    void sendToGroup(long group) {
        run("kill -" + name() + " -- -" + group);
    }

    private static void run(String command) {
        try {
            var process =
                    new ProcessBuilder("bash", "-c", command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            process.waitFor();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
