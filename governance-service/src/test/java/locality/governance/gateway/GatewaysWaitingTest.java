package locality.governance.gateway;

import static locality.governance.gateway.AGateway.APRIL;
import static locality.governance.gateway.AGateway.MARCH;
import static locality.governance.gateway.AGateway.READY;
import static locality.governance.gateway.AGateway.SOURCE;
import static locality.governance.gateway.AGateway.SUBMITTED;
import static locality.governance.gateway.AGateway.in;
import static locality.governance.gateway.AGateway.service;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import locality.governance.worklist.WorklistKind;
import locality.governance.worklist.WorklistRow;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class GatewaysWaitingTest {

    @Test
    @Tag("G33")
    void whatTheContractRefusesWaitsBeforeTheDayItWasToGoOverOn() {
        var gateway = in(GatewayState.DUE_DILIGENCE);
        var item = UUID.randomUUID();
        gateway.propose(item, service("CORE-2"), SOURCE);
        gateway.submit(SUBMITTED, SOURCE);
        gateway.pass(READY, MARCH, SOURCE);
        assertThat(GatewaysWaiting.rows(gateway, MARCH)).isEmpty();

        gateway.hear(item, ScopeState.REFUSED, APRIL, "There is no contract");

        assertThat(GatewaysWaiting.rows(gateway, MARCH))
                .extracting(WorklistRow::kind)
                .containsExactly(WorklistKind.TRANSFER_REFUSED);
        gateway.retry("CORE-2", ScopeItem.Correction.NONE);
        assertThat(GatewaysWaiting.rows(gateway, MARCH)).isEmpty();
    }
}
