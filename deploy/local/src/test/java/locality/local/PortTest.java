package locality.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PortTest {

    @Test
    void takesTheUsualPortUnlessTheVariableNamesAnother() {
        assertThat(Port.GATEWAY.in(Map.of())).isEqualTo(8080);
        assertThat(Port.GATEWAY.in(Map.of("GATEWAY_PORT", " 9000 "))).isEqualTo(9000);
    }

    @Test
    void movesKafkasControllerAlongWithKafka() {
        assertThat(Port.KAFKA_CONTROLLER.in(Map.of("KAFKA_PORT", "29092"))).isEqualTo(29093);
        assertThat(Port.KAFKA_CONTROLLER.in(Map.of("KAFKA_CONTROLLER_PORT", "7000")))
                .isEqualTo(7000);
    }

    @Test
    void saysWhichVariableIsNoPort() {
        assertThatThrownBy(() -> Port.BUDGET.in(Map.of("BUDGET_PORT", "70000")))
                .isInstanceOf(CannotStart.class)
                .hasMessage("BUDGET_PORT=70000 is not a port: give a number from 1 to 65535.");
    }

    @Test
    void namesThePortInUseAndTheVariableThatMovesIt() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            var obstacles = Port.obstacles(Map.of(Port.GATEWAY, taken.getLocalPort()));

            assertThat(obstacles)
                    .containsExactly(
                            "Port %d, wanted by the gateway, is in use by another program: stop that, or choose another port with GATEWAY_PORT."
                                    .formatted(taken.getLocalPort()));
        }
    }

    @Test
    void doesNotTakeAPortThatNeedsPrivilegesForOneInUse() {
        assertThat(Port.GATEWAY.obstacle(80, "Permission denied"))
                .isEqualTo(
                        "Port 80, wanted by the gateway, is not for an ordinary user to open:"
                                + " choose one above 1023 with GATEWAY_PORT.");
    }

    @Test
    void namesTwoPartsThatWantTheSamePort() throws Exception {
        int free;
        try (var socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            free = socket.getLocalPort();
        }

        var obstacles =
                Port.obstacles(new TreeMap<>(Map.of(Port.BUDGET, free, Port.REPORTING, free)));

        assertThat(obstacles)
                .containsExactly(
                        "Port %d is wanted by the budget service and by the reporting service: move one with BUDGET_PORT or REPORTING_PORT."
                                .formatted(free));
    }
}
