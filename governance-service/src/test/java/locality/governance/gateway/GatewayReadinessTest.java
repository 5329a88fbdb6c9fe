package locality.governance.gateway;

import static locality.governance.gateway.AGateway.ASSESSMENT;
import static locality.governance.gateway.AGateway.MARCH;
import static locality.governance.gateway.AGateway.READY;
import static locality.governance.gateway.AGateway.SOURCE;
import static locality.governance.gateway.AGateway.SUBMITTED;
import static locality.governance.gateway.AGateway.WORKFORCE;
import static locality.governance.gateway.AGateway.condition;
import static locality.governance.gateway.AGateway.in;
import static locality.governance.gateway.AGateway.planned;
import static locality.governance.gateway.AGateway.readiness;
import static locality.governance.gateway.AGateway.service;
import static locality.governance.gateway.AGateway.standing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import locality.governance.action.Due;
import locality.governance.assessment.AssessmentState;
import locality.platform.refusal.NotFound;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What a gateway lacks to pass, and what is left to do once it has.
class GatewayReadinessTest {

    private static final LocalDate MAY = LocalDate.of(2018, 5, 14);

    @Test
    void aConditionThatIsMetBeforeLeavesNone() {
        var gateway = in(GatewayState.FOR_DECISION);
        gateway.agree(condition("2018-03-30", null));
        gateway.meet(1, SUBMITTED.plusDays(1), "ROC-ICB-2018-03-27/5");

        gateway.pass(READY, MARCH, SOURCE);

        assertThat(gateway.last().state()).isEqualTo(GatewayState.PASSED);
    }

    @Test
    @Tag("G34")
    void everythingThatLacksIsNamed() {
        var gateway = in(GatewayState.DUE_DILIGENCE);
        gateway.propose(UUID.randomUUID(), service("CORE-2"), SOURCE);
        gateway.submit(SUBMITTED, SOURCE);
        var unready =
                new Readiness(
                        new Readiness.Previous("RCH-LCO-GW-1", GatewayState.DEFERRED, false),
                        standing(List.of(WORKFORCE), List.of(WORKFORCE)),
                        null);

        var refused =
                catchThrowableOfType(
                        GatewayRefusal.NotReady.class, () -> gateway.pass(unready, MAY, SOURCE));

        assertThat(refused.code()).isEqualTo("GATEWAY_NOT_READY");
        assertThat(gateway.lacks(unready, MAY))
                .extracting(Lack::code)
                .containsExactly(
                        Lack.Code.PREVIOUS_NOT_PASSED,
                        Lack.Code.DUE_DILIGENCE_OPEN,
                        Lack.Code.RED_NOT_COVERED,
                        Lack.Code.NO_APPROVAL,
                        Lack.Code.TRANSFER_BEFORE_PASSING);
        assertThat(refused.operands()).containsEntry("lacks", gateway.lacks(unready, MAY));
        assertThat(refused.detail())
                .contains(
                        "RCH-LCO-GW-1, the gateway before it, is DEFERRED",
                        "Of RCH-LCO-DD-2 is not rated, or not agreed: 3 Workforce",
                        "3 Workforce is Red in RCH-LCO-DD-2",
                        "CORE-2 would go over on 2018-04-01");
        assertThat(gateway.items.getFirst().state()).isEqualTo(ScopeState.PROPOSED);
    }

    @Test
    @Tag("G34")
    void dueDiligenceIsAgreedBeforeItPasses() {
        for (var state : AssessmentState.values()) {
            var lacks = in(GatewayState.FOR_DECISION).lacks(readiness(standing(state)), MARCH);

            assertThat(lacks)
                    .extracting(Lack::detail)
                    .isEqualTo(
                            state == AssessmentState.AGREED || state == AssessmentState.CLOSED
                                    ? List.of()
                                    : List.of(
                                            "RCH-LCO-DD-2 is %s on 2018-03-31 and not agreed"
                                                    .formatted(state)));
        }
    }

    @Test
    @Tag("G34")
    void whatIsRedIsCoveredByAConditionAboutIt() {
        var gateway = in(GatewayState.FOR_DECISION);
        var red = readiness(standing(List.of(), List.of(WORKFORCE)));
        gateway.agree(condition("2018-09", "4"));

        assertThat(gateway.lacks(red, MARCH))
                .extracting(Lack::code)
                .containsExactly(Lack.Code.RED_NOT_COVERED);
        gateway.agree(condition("2018-09", WORKFORCE.code()));

        assertThat(gateway.lacks(red, MARCH)).isEmpty();
    }

    @Test
    @Tag("G34")
    void whatIsRedIsNotCoveredByAConditionOfAnotherAssessmentOrALaterOrAMetOne() {
        var red = readiness(standing(List.of(), List.of(WORKFORCE)));
        var gateway = in(GatewayState.FOR_DECISION);
        gateway.agree(covering(UUID.randomUUID(), SUBMITTED));
        gateway.agree(covering(ASSESSMENT, MAY));

        assertThat(gateway.lacks(red, MARCH))
                .extracting(Lack::code)
                .containsExactly(Lack.Code.RED_NOT_COVERED);
        assertThat(gateway.lacks(red, MAY)).isEmpty();
        gateway.meet(2, MAY, "The minutes");

        assertThat(gateway.lacks(red, MAY))
                .extracting(Lack::code)
                .containsExactly(Lack.Code.RED_NOT_COVERED);
    }

    private static Condition covering(UUID assessment, LocalDate on) {
        return Condition.agreed(
                "Recruit to the core teams",
                Due.of("2018-09", null, null),
                new Condition.Covered(assessment, WORKFORCE.code()),
                on,
                SOURCE);
    }

    @Test
    void theFirstOnRecordWaitsForNoneAndNoneIsWithoutDueDiligence() {
        var first = new Readiness(null, null, READY.approval());

        assertThat(planned().lacks(first, MARCH))
                .extracting(Lack::code)
                .containsExactly(Lack.Code.NO_DUE_DILIGENCE);
    }

    @Test
    @Tag("G33")
    void theImprovementPlanIsMadeAfterwardsAndMetWithEvidence() {
        var gateway = in(GatewayState.PASSED_WITH_CONDITIONS);
        gateway.agree(condition("2018-06", null));
        gateway.meet(2, MAY, "The plan, page 3");

        assertThat(gateway.conditions.get(1).isMetOn(MAY.minusDays(1))).isFalse();
        assertThat(gateway.conditions.get(1).isMetOn(MAY)).isTrue();
        assertThatThrownBy(() -> gateway.meet(2, MAY, "Again"))
                .isInstanceOfSatisfying(
                        GatewayRefusal.MetAlready.class,
                        no ->
                                assertThat(no.operands())
                                        .containsEntry("condition", 2)
                                        .containsEntry("metOn", MAY));
        assertThatThrownBy(() -> gateway.meet(1, SUBMITTED.minusDays(1), "Before"))
                .isInstanceOf(GatewayRefusal.StepOutOfOrder.class);
        assertThatThrownBy(() -> gateway.meet(3, MAY, "None")).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> in(GatewayState.PASSED).agree(condition("2018-06", null)))
                .isInstanceOfSatisfying(
                        GatewayRefusal.TakesNoConditions.class,
                        no ->
                                assertThat(no.operands())
                                        .containsEntry("state", GatewayState.PASSED));
    }

    @Test
    void aConditionHasADay() {
        assertThatThrownBy(
                        () ->
                                Condition.agreed(
                                        "Improve", Due.of(null, null, null), null, MAY, SOURCE))
                .isInstanceOfSatisfying(
                        GatewayRefusal.ConditionUndated.class,
                        no -> assertThat(no.code()).isEqualTo("CONDITION_UNDATED"));
    }
}
