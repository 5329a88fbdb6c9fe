package locality.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StatusTest {

    @Test
    void expectsEveryPartOfARunWithServersOfItsOwn() {
        assertThat(Status.expected("GATEWAY_PORT=8080\nPOSTGRES_PORT=15432\n"))
                .containsExactly(
                        "postgres",
                        "kafka",
                        "issuer",
                        "governance",
                        "budget",
                        "intervention",
                        "reporting",
                        "gateway");
    }

    @Test
    void expectsTheServicesAndTheGatewayWhereTheServersAreSomebodyElses() {
        assertThat(Status.expected("GATEWAY_PORT=8080\nOIDC_ISSUER=https://login.example\n"))
                .containsExactly("governance", "budget", "intervention", "reporting", "gateway");
    }
}
