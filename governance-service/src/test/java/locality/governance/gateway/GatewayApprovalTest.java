package locality.governance.gateway;

import static locality.governance.gateway.AGateway.APRIL;
import static locality.governance.gateway.AGateway.MARCH;
import static locality.governance.gateway.AGateway.SOURCE;
import static locality.governance.gateway.AGateway.SUBMITTED;
import static locality.governance.gateway.AGateway.in;
import static locality.governance.gateway.AGateway.planned;
import static locality.governance.gateway.AGateway.standing;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import locality.governance.decision.ADecision;
import locality.governance.decision.ApprovalsInEffect.Decided;
import locality.platform.place.Locality;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Which approvals let a gateway pass.
@Tag("G34")
class GatewayApprovalTest {

    private static final LocalDate TODAY = LocalDate.of(2018, 11, 27);

    @Test
    void anApprovalOfWhatIsBeforeTheBodyCounts() {
        var gateway = in(GatewayState.FOR_DECISION);

        assertThat(gateway.isApprovedBy(approval(SUBMITTED, null), MARCH, TODAY)).isTrue();
        assertThat(gateway.isApprovedBy(approval(APRIL, null), MARCH, TODAY)).isFalse();
    }

    @Test
    void anApprovalOfAnEarlierRoundDoesNot() {
        var gateway = in(GatewayState.NOT_PASSED);
        var first = approval(SUBMITTED, null);
        gateway.startDueDiligence(standing(List.of(), List.of()), APRIL, SOURCE);
        assertThat(gateway.isApprovedBy(first, APRIL, TODAY)).isFalse();

        var june = LocalDate.of(2018, 6, 1);
        gateway.submit(june, SOURCE);

        assertThat(gateway.isApprovedBy(first, june, TODAY)).isFalse();
        assertThat(gateway.isApprovedBy(approval(june, null), june, TODAY)).isTrue();
    }

    @Test
    void anApprovalRescindedSinceTheDayDoesNot() {
        var gateway = in(GatewayState.FOR_DECISION);
        var rescinded = approval(SUBMITTED, APRIL);

        assertThat(gateway.isApprovedBy(rescinded, MARCH, APRIL)).isFalse();
        assertThat(gateway.isApprovedBy(rescinded, MARCH, MARCH)).isTrue();
    }

    @Test
    void nothingIsApprovedThatWasPutToNoBody() {
        assertThat(planned().isApprovedBy(approval(SUBMITTED, null), MARCH, TODAY)).isFalse();
    }

    @Test
    void whatGreaterManchesterDecidesBindsAndWhatAnotherPlaceDecidesDoesNot() {
        var gateway = in(GatewayState.FOR_DECISION);

        assertThat(
                        gateway.isApprovedBy(
                                approval(Locality.GREATER_MANCHESTER, SUBMITTED, null),
                                MARCH,
                                TODAY))
                .isTrue();
        assertThat(gateway.isApprovedBy(approval(Locality.BURY, SUBMITTED, null), MARCH, TODAY))
                .isFalse();
    }

    private static Decided approval(LocalDate from, @Nullable LocalDate endedOn) {
        return approval(Locality.ROCHDALE, from, endedOn);
    }

    private static Decided approval(Locality place, LocalDate from, @Nullable LocalDate endedOn) {
        return ADecision.approved("gateway", "RCH-LCO-GW-2", place, from, endedOn);
    }
}
