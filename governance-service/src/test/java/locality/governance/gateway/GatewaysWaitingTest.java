package locality.governance.gateway;

import static locality.governance.gateway.AGateway.APRIL;
import static locality.governance.gateway.AGateway.MARCH;
import static locality.governance.gateway.AGateway.READY;
import static locality.governance.gateway.AGateway.SOURCE;
import static locality.governance.gateway.AGateway.SUBMITTED;
import static locality.governance.gateway.AGateway.in;
import static locality.governance.gateway.AGateway.service;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import locality.governance.decision.ADecision;
import locality.governance.decision.ApprovalsInEffect.Decided;
import locality.governance.worklist.WorklistKind;
import locality.governance.worklist.WorklistRow;
import locality.platform.place.Locality;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("G33")
class GatewaysWaitingTest {

    private static final List<Decided> IN_EFFECT = List.of(approval(SUBMITTED, null));
    private static final List<Decided> RESCINDED = List.of(approval(SUBMITTED, MARCH));

    private final UUID item = UUID.randomUUID();
    private Gateway gateway;

    @BeforeEach
    void itPassesAheadOfTheDay() {
        gateway = in(GatewayState.DUE_DILIGENCE);
        gateway.propose(item, service("CORE-2"), SOURCE);
        gateway.submit(SUBMITTED, SOURCE);
        gateway.pass(READY, MARCH, SOURCE);
    }

    @Test
    void whatTheContractRefusesWaitsBeforeTheDayItWasToGoOverOn() {
        assertThat(GatewaysWaiting.rows(gateway, IN_EFFECT, MARCH)).isEmpty();

        gateway.hear(item, ScopeState.REFUSED, APRIL, "There is no contract");

        assertThat(GatewaysWaiting.rows(gateway, IN_EFFECT, MARCH))
                .extracting(WorklistRow::kind)
                .containsExactly(WorklistKind.TRANSFER_REFUSED);
        gateway.retry("CORE-2", ScopeItem.Correction.NONE);
        assertThat(GatewaysWaiting.rows(gateway, IN_EFFECT, MARCH)).isEmpty();
    }

    @Test
    void whatGoesOverAlthoughTheDecisionEndedWaitsUntilItsDay() {
        assertThat(GatewaysWaiting.rows(gateway, RESCINDED, MARCH))
                .singleElement()
                .satisfies(
                        row -> {
                            assertThat(row.kind()).isEqualTo(WorklistKind.GATEWAY_DECISION_ENDED);
                            assertThat(row.dueOn()).isEqualTo(MARCH);
                            assertThat(row.clear().path()).endsWith("/items/CORE-2/withdraw");
                        });
        gateway.hear(item, ScopeState.LISTED, APRIL, null);
        assertThat(GatewaysWaiting.rows(gateway, RESCINDED, MARCH)).hasSize(1);
        assertThat(GatewaysWaiting.rows(gateway, RESCINDED, APRIL)).isEmpty();

        gateway.withdraw("CORE-2", MARCH, MARCH, "The decision was rescinded");

        assertThat(GatewaysWaiting.rows(gateway, RESCINDED, MARCH)).isEmpty();
    }

    @Test
    void aDecisionThatTookThePlaceOfTheOneThatEndedLetsItGoOver() {
        var superseded = List.of(approval(SUBMITTED, MARCH), approval(MARCH, null));

        assertThat(GatewaysWaiting.rows(gateway, superseded, MARCH)).isEmpty();
    }

    @Test
    void whatIsRefusedIsNotHandedOverAgainOnceTheDecisionEnded() {
        gateway.hear(item, ScopeState.REFUSED, APRIL, "There is no contract");

        assertThat(GatewaysWaiting.rows(gateway, RESCINDED, APRIL))
                .singleElement()
                .satisfies(
                        row -> {
                            assertThat(row.kind()).isEqualTo(WorklistKind.TRANSFER_REFUSED);
                            assertThat(row.clear().path()).endsWith("/items/CORE-2/withdraw");
                        });
    }

    private static Decided approval(LocalDate from, @Nullable LocalDate endedOn) {
        return ADecision.approved("gateway", "RCH-LCO-GW-2", Locality.ROCHDALE, from, endedOn);
    }
}
