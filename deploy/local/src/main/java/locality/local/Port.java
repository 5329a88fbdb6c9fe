package locality.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A port of the local run, the variable that moves it, and who listens there.
enum Port {
    GATEWAY("GATEWAY_PORT", 8080, "the gateway"),
    BUDGET("BUDGET_PORT", 8181, "the budget service"),
    GOVERNANCE("GOVERNANCE_PORT", 8182, "the governance service"),
    INTERVENTION("INTERVENTION_PORT", 8183, "the intervention service"),
    REPORTING("REPORTING_PORT", 8184, "the reporting service"),
    ISSUER("ISSUER_PORT", 8185, "the token issuer"),
    POSTGRES("POSTGRES_PORT", 15432, "PostgreSQL"),
    KAFKA("KAFKA_PORT", 19092, "Kafka"),
    KAFKA_CONTROLLER("KAFKA_CONTROLLER_PORT", 19093, "Kafka's controller");

    static final List<Port> OWN_SERVERS = List.of(ISSUER, POSTGRES, KAFKA, KAFKA_CONTROLLER);

    final String variable;
    final String listener;
    private final int usual;

    Port(String variable, int usual, String listener) {
        this.variable = variable;
        this.usual = usual;
        this.listener = listener;
    }

    int in(Map<String, String> environment) {
        var given = environment.getOrDefault(variable, "").strip();
        if (given.isEmpty()) {
            return this == KAFKA_CONTROLLER && !environment.getOrDefault("KAFKA_PORT", "").isBlank()
                    ? KAFKA.in(environment) + 1
                    : usual;
        }
        try {
            var number = Integer.parseInt(given);
            if (number < 1 || number > 65_535) {
                throw new NumberFormatException();
            }
            return number;
        } catch (NumberFormatException notAPort) {
            throw new CannotStart(
                    variable + "=" + given + " is not a port: give a number from 1 to 65535.");
        }
    }

    /// One sentence for every port that cannot be had; empty when all are free.
    static List<String> obstacles(Map<Port, Integer> wanted) {
        var sentences = new ArrayList<String>();
        var taken = new HashMap<Integer, Port>();
        wanted.forEach(
                (port, number) -> {
                    var rival = taken.putIfAbsent(number, port);
                    if (rival != null) {
                        sentences.add(
                                "Port %d is wanted by %s and by %s: move one with %s or %s."
                                        .formatted(
                                                number,
                                                rival.listener,
                                                port.listener,
                                                rival.variable,
                                                port.variable));
                    } else {
                        port.tried(number).ifPresent(sentences::add);
                    }
                });
        return sentences;
    }

    private Optional<String> tried(int number) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), number));
            return Optional.empty();
        } catch (IOException refused) {
            return Optional.of(obstacle(number, String.valueOf(refused.getMessage())));
        }
    }

    /// @param reason what the system says to whoever wants to listen there
    String obstacle(int number, String reason) {
        if (reason.startsWith("Permission denied")) {
            return "Port %d, wanted by %s, is not for an ordinary user to open: choose one above 1023 with %s."
                    .formatted(number, listener, variable);
        }
        if (reason.startsWith("Address already in use")) {
            return "Port %d, wanted by %s, is in use by another program: stop that, or choose another port with %s."
                    .formatted(number, listener, variable);
        }
        return "Port %d, wanted by %s, cannot be opened (%s): choose another with %s."
                .formatted(number, listener, reason, variable);
    }
}
