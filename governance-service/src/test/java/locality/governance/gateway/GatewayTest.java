package locality.governance.gateway;

import static locality.governance.gateway.AGateway.MARCH;
import static locality.governance.gateway.AGateway.READY;
import static locality.governance.gateway.AGateway.SOURCE;
import static locality.governance.gateway.AGateway.SUBMITTED;
import static locality.governance.gateway.AGateway.condition;
import static locality.governance.gateway.AGateway.in;
import static locality.governance.gateway.AGateway.narrative;
import static locality.governance.gateway.AGateway.planned;
import static locality.governance.gateway.AGateway.service;
import static locality.governance.gateway.AGateway.standing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import locality.platform.refusal.Refusal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The life of a gateway.
class GatewayTest {

    private static final LocalDate MAY = LocalDate.of(2018, 5, 14);

    private static Map<String, Consumer<Gateway>> commands() {
        var commands = new LinkedHashMap<String, Consumer<Gateway>>();
        commands.put(
                "start", one -> one.startDueDiligence(standing(List.of(), List.of()), MAY, SOURCE));
        commands.put("submit", one -> one.submit(MAY, SOURCE));
        commands.put("pass", one -> one.pass(READY, MAY, SOURCE));
        commands.put(
                "pass with conditions",
                one -> {
                    if (one.conditions.isEmpty()) {
                        one.conditions.add(condition("2018-09", null));
                    }
                    one.pass(READY, MAY, SOURCE);
                });
        commands.put("not pass", one -> one.notPass(MAY, "Not safe yet", SOURCE));
        commands.put("defer", one -> one.defer(MAY, "No quorum", SOURCE));
        commands.put(
                "close",
                one -> {
                    one.conditions.replaceAll(
                            it -> it.metOn() == null ? it.met(MAY, "The minutes") : it);
                    one.close(MAY, SOURCE);
                });
        return commands;
    }

    @Test
    @Tag("G33")
    @DisplayName("every command in every state")
    void everyCommandInEveryState() {
        var reached = new LinkedHashMap<String, GatewayState>();
        for (var state : GatewayState.values()) {
            commands()
                    .forEach(
                            (name, command) -> {
                                var gateway = in(state);
                                try {
                                    command.accept(gateway);
                                    reached.put(state + " " + name, gateway.last().state());
                                } catch (Refusal no) {
                                    assertThat(no.code()).isEqualTo("ILLEGAL_TRANSITION");
                                    assertThat(gateway.last().state()).isEqualTo(state);
                                }
                            });
        }

        assertThat(reached)
                .containsExactlyInAnyOrderEntriesOf(
                        Map.ofEntries(
                                Map.entry("PLANNED start", GatewayState.DUE_DILIGENCE),
                                Map.entry("DUE_DILIGENCE submit", GatewayState.FOR_DECISION),
                                Map.entry("FOR_DECISION pass", GatewayState.PASSED),
                                Map.entry(
                                        "FOR_DECISION pass with conditions",
                                        GatewayState.PASSED_WITH_CONDITIONS),
                                Map.entry("FOR_DECISION not pass", GatewayState.NOT_PASSED),
                                Map.entry("FOR_DECISION defer", GatewayState.DEFERRED),
                                Map.entry("NOT_PASSED start", GatewayState.DUE_DILIGENCE),
                                Map.entry("DEFERRED start", GatewayState.DUE_DILIGENCE),
                                Map.entry("PASSED close", GatewayState.CLOSED),
                                Map.entry("PASSED_WITH_CONDITIONS close", GatewayState.CLOSED)));
    }

    @Test
    void aStepThatIsNotLawfulSaysWhichAre() {
        var refused =
                catchThrowableOfType(
                        GatewayRefusal.IllegalStep.class, () -> planned().submit(MAY, SOURCE));

        assertThat(refused.operands())
                .containsEntry("gateway", "RCH-LCO-GW-2")
                .containsEntry("from", GatewayState.PLANNED)
                .containsEntry("to", GatewayState.FOR_DECISION)
                .containsEntry("allowed", EnumSet.of(GatewayState.DUE_DILIGENCE));
    }

    @Test
    void stepsFollowOneAnotherInTime() {
        var refused =
                catchThrowableOfType(
                        GatewayRefusal.StepOutOfOrder.class,
                        () ->
                                in(GatewayState.FOR_DECISION)
                                        .defer(SUBMITTED.minusDays(1), "No quorum", SOURCE));

        assertThat(refused.code()).isEqualTo("STEP_OUT_OF_ORDER");
        assertThat(refused.operands())
                .containsEntry("lastStepOn", SUBMITTED)
                .containsEntry("effectiveOn", SUBMITTED.minusDays(1));
    }

    @Test
    void dueDiligenceIsAnAssessmentThatIsKeptWhenItIsTakenUpAgain() {
        assertThatThrownBy(() -> planned().startDueDiligence(null, MAY, SOURCE))
                .isInstanceOfSatisfying(
                        GatewayRefusal.NoDueDiligence.class,
                        no -> assertThat(no.code()).isEqualTo("NO_DUE_DILIGENCE"));

        var deferred = in(GatewayState.DEFERRED);
        deferred.startDueDiligence(null, MAY, SOURCE);

        assertThat(deferred.last().assessmentReference()).isEqualTo("RCH-LCO-DD-2");
        assertThat(deferred.last().note()).isNull();
    }

    @Test
    @Tag("G37")
    void dueDiligenceIsByAFrameworkThatRates() {
        assertThatThrownBy(() -> planned().startDueDiligence(narrative(), MAY, SOURCE))
                .isInstanceOfSatisfying(
                        GatewayRefusal.NothingRated.class,
                        no -> {
                            assertThat(no.code()).isEqualTo("DUE_DILIGENCE_NOT_RATED");
                            assertThat(no.operands())
                                    .containsEntry("gateway", "RCH-LCO-GW-2")
                                    .containsEntry("assessment", "RCH-LCO-N-2")
                                    .containsEntry("framework", "NARRATIVE");
                        });
    }

    @Test
    void itIsClosedOnceAllIsMetAndSettled() {
        var gateway = in(GatewayState.DUE_DILIGENCE);
        var item = UUID.randomUUID();
        gateway.propose(item, service("CORE-2"), SOURCE);
        gateway.submit(SUBMITTED, SOURCE);
        gateway.agree(condition("2018-09", null));
        gateway.pass(READY, MARCH, SOURCE);

        var refused =
                catchThrowableOfType(
                        GatewayRefusal.NotSettled.class, () -> gateway.close(MAY, SOURCE));
        assertThat(refused.code()).isEqualTo("GATEWAY_NOT_SETTLED");
        assertThat(refused.operands())
                .containsEntry("conditions", List.of("Complete the improvement plan"))
                .containsEntry("items", List.of("CORE-2"));

        gateway.meet(1, MAY, "The plan");
        gateway.hear(item, ScopeState.IN_CONTRACT, MAY, null);
        gateway.close(MAY, SOURCE);

        assertThat(gateway.changed().state()).isEqualTo("CLOSED");
        assertThat(gateway.changed().decisionId()).isNotNull();
    }

    @Test
    void historyKeepsEveryStepOfADay() {
        var gateway = planned();
        gateway.startDueDiligence(standing(List.of(), List.of()), MAY, SOURCE);
        gateway.submit(MAY, SOURCE);
        gateway.defer(MAY, "No quorum", SOURCE);
        gateway.startDueDiligence(null, MAY, SOURCE);

        assertThat(GatewayView.of(gateway, MAY, MAY, List.of()).history())
                .extracting(GatewayView.StepView::state)
                .containsExactly(
                        GatewayState.PLANNED,
                        GatewayState.DUE_DILIGENCE,
                        GatewayState.FOR_DECISION,
                        GatewayState.DEFERRED,
                        GatewayState.DUE_DILIGENCE);
        assertThat(GatewayView.of(gateway, MAY.minusDays(1), MAY, List.of()).history())
                .extracting(GatewayView.StepView::state)
                .containsExactly(GatewayState.PLANNED);
    }

    @Test
    void onADayItIsAsItWasThen() {
        var gateway = in(GatewayState.PASSED_WITH_CONDITIONS);

        assertThat(gateway.on(AGateway.PLANNED.minusDays(1))).isEmpty();
        assertThat(gateway.on(SUBMITTED.minusDays(1)).orElseThrow().state())
                .isEqualTo(GatewayState.DUE_DILIGENCE);
        assertThat(gateway.on(MARCH).orElseThrow().state())
                .isEqualTo(GatewayState.PASSED_WITH_CONDITIONS);
    }
}
