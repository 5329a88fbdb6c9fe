package locality.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// What a run writes down for `deploy/up`, `deploy/token` and `deploy/status`, which know nothing
/// but the data folder.
final class RunNotes {
    static final String STARTING = "starting";
    static final String READY = "ready";
    static final String DEMO_FAILED = "demo-failed";
    static final String FAILED = "failed";

    private final Path run;

    RunNotes(Path run) {
        this.run = run;
    }

    /// @param issuer the one that was given, where the suite starts none
    void addresses(Map<Port, Integer> ports, Optional<String> issuer) {
        var text = new StringBuilder();
        ports.forEach(
                (port, number) ->
                        text.append(port.variable).append('=').append(number).append('\n'));
        issuer.ifPresent(given -> text.append("OIDC_ISSUER=").append(given).append('\n'));
        write("addresses", text.toString());
    }

    /// How far the run has come; a suite whose demo failed stays that, though all of it answers.
    void outcome(String outcome) {
        if (outcome.equals(READY) && DEMO_FAILED.equals(readOutcome())) {
            return;
        }
        write("outcome", outcome + "\n");
    }

    private String readOutcome() {
        try {
            return Files.readString(run.resolve("outcome")).strip();
        } catch (IOException e) {
            return "";
        }
    }

    private void write(String name, String text) {
        try {
            Files.writeString(run.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
