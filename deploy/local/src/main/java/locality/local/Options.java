package locality.local;

import java.util.List;

/// What `deploy/up` was asked for.
///
/// @param fresh remove the data of earlier runs first
/// @param detached nobody waits at the keyboard
/// @param external the databases, Kafka and the issuer are somebody else's
/// @param demo load the demo once; never into somebody else's databases
record Options(boolean fresh, boolean detached, boolean external, boolean demo) {

    /// @throws CannotStart if two of them contradict each other
    static Options of(List<String> arguments) {
        var external = arguments.contains("--external");
        var fresh = arguments.contains("--fresh");
        if (external && fresh) {
            throw new CannotStart(
                    "--fresh removes local data and --external uses none: give one of them.");
        }
        return new Options(
                fresh,
                arguments.contains("--detached"),
                external,
                !external && !arguments.contains("--no-demo"));
    }
}
