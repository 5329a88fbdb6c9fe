package locality.governance.gateway;

import static locality.governance.gateway.AGateway.APRIL;
import static locality.governance.gateway.AGateway.ASSESSMENT;
import static locality.governance.gateway.AGateway.MARCH;
import static locality.governance.gateway.AGateway.READY;
import static locality.governance.gateway.AGateway.SOURCE;
import static locality.governance.gateway.AGateway.SUBMITTED;
import static locality.governance.gateway.AGateway.WORKFORCE;
import static locality.governance.gateway.AGateway.condition;
import static locality.governance.gateway.AGateway.in;
import static locality.governance.gateway.AGateway.intervention;
import static locality.governance.gateway.AGateway.narrative;
import static locality.governance.gateway.AGateway.planned;
import static locality.governance.gateway.AGateway.readiness;
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
import java.util.stream.IntStream;
import locality.governance.action.Due;
import locality.governance.assessment.AssessmentState;
import locality.platform.event.PartnershipEvent.ScopeTransferred;
import locality.platform.refusal.NotFound;
import locality.platform.refusal.Refusal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

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
    @Tag("G33")
    @DisplayName("Core+2 and 17 interventions go over on 1 April 2018, each once")
    void eighteenItemsGoOverOnce() {
        var gateway = planned();
        gateway.propose(UUID.randomUUID(), service("CORE-2"), SOURCE);
        IntStream.rangeClosed(1, 17)
                .mapToObj("INT-%02d"::formatted)
                .forEach(one -> gateway.propose(UUID.randomUUID(), intervention(one), SOURCE));
        gateway.startDueDiligence(standing(List.of(), List.of()), SUBMITTED, SOURCE);
        gateway.submit(SUBMITTED, SOURCE);
        gateway.agree(condition("2018-09", null));

        var going = gateway.pass(READY, MARCH, SOURCE);

        assertThat(going).hasSize(18);
        assertThat(going).extracting(ScopeTransferred::scopeItemId).doesNotHaveDuplicates();
        assertThat(going).extracting(ScopeTransferred::effectiveOn).containsOnly(APRIL);
        assertThat(going.getFirst().intervention()).isNull();
        assertThat(going.getLast().intervention()).isEqualTo("RCH-INT-01");
        assertThat(gateway.changed().state()).isEqualTo("PASSED_WITH_CONDITIONS");
        assertThat(gateway.changed().conditions().getFirst().dueOn()).isEqualTo("2018-09-30");
        assertThat(gateway.items)
                .extracting(item -> item.on(MARCH).state())
                .containsOnly(ScopeState.PROPOSED);
        assertThat(gateway.items)
                .extracting(item -> item.on(APRIL).state())
                .containsOnly(ScopeState.TRANSFERRED);
        assertThatThrownBy(() -> gateway.pass(READY, MARCH, SOURCE))
                .isInstanceOf(GatewayRefusal.IllegalStep.class);
    }

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
    void scopeIsFixedOnceItIsPutToTheBodyThatDecides() {
        for (var state : GatewayState.values()) {
            var gateway = planned();
            gateway.items.add(ScopeItem.proposed(UUID.randomUUID(), service("FIRST"), SOURCE));
            var reached = in(state);
            gateway.steps = reached.steps;

            if (state.takesScope()) {
                gateway.propose(UUID.randomUUID(), service("CORE-2"), SOURCE);
                assertThat(gateway.has("CORE-2")).isTrue();
            } else {
                assertThatThrownBy(() -> gateway.propose(UUID.randomUUID(), service("NEW"), SOURCE))
                        .isInstanceOfSatisfying(
                                GatewayRefusal.ScopeFixed.class,
                                no ->
                                        assertThat(no.operands())
                                                .containsEntry("state", state)
                                                .containsEntry("gateway", "RCH-LCO-GW-2"));
                assertThatThrownBy(() -> gateway.withdraw("FIRST", MAY, "Not needed"))
                        .isInstanceOf(GatewayRefusal.ScopeFixed.class);
            }
        }
    }

    @Test
    void anItemIsNamedOnceAndGoesOverWithinOrAfterTheBlock() {
        var gateway = planned();
        gateway.propose(UUID.randomUUID(), service("CORE-2"), SOURCE);

        assertThatThrownBy(() -> gateway.propose(UUID.randomUUID(), service("CORE-2"), SOURCE))
                .isInstanceOfSatisfying(
                        GatewayRefusal.ItemTaken.class,
                        no ->
                                assertThat(no.operands())
                                        .containsEntry("item", "CORE-2")
                                        .containsEntry("gateway", "RCH-LCO-GW-2"));
        var early = LocalDate.of(2017, 9, 30);
        assertThatThrownBy(
                        () ->
                                gateway.reword(
                                        new ScopeItem.Proposal(
                                                "CORE-2",
                                                "Core+2",
                                                ScopeKind.SERVICE,
                                                null,
                                                early)))
                .isInstanceOfSatisfying(
                        GatewayRefusal.TransferBeforeBlock.class,
                        no ->
                                assertThat(no.operands())
                                        .containsEntry("transfersOn", early)
                                        .containsEntry("beginsOn", LocalDate.of(2017, 10, 1)));
        assertThatThrownBy(
                        () -> new ScopeItem.Proposal("X", "X", ScopeKind.INTERVENTION, null, APRIL))
                .isInstanceOfSatisfying(
                        GatewayRefusal.ScopeUnclear.class,
                        no -> assertThat(no.code()).isEqualTo("SCOPE_UNCLEAR"));
    }

    @Test
    void whatIsWithdrawnBeforeDoesNotGoOver() {
        var gateway = in(GatewayState.DUE_DILIGENCE);
        gateway.propose(UUID.randomUUID(), service("CORE-2"), SOURCE);
        gateway.propose(UUID.randomUUID(), intervention("INT-01"), SOURCE);
        gateway.withdraw("INT-01", SUBMITTED, "Not mobilised");
        gateway.submit(SUBMITTED, SOURCE);

        assertThat(gateway.pass(READY, MARCH, SOURCE))
                .extracting(ScopeTransferred::reference)
                .containsExactly("CORE-2");
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
    @DisplayName(
            "every answer in every state of an item: forward only, and never before it was told")
    void everyAnswerInEveryState() {
        var heard = new LinkedHashMap<String, ScopeState>();
        for (var state : ScopeState.values()) {
            for (var answer : ScopeState.values()) {
                var gateway = planned();
                var item = ScopeItem.proposed(UUID.randomUUID(), service("CORE-2"), SOURCE);
                gateway.items.add(reached(item, state));
                gateway.hear(item.id(), answer, MAY, null)
                        .ifPresent(one -> heard.put(state + " " + answer, one.state()));
            }
        }

        assertThat(heard)
                .containsOnlyKeys(
                        "TRANSFERRED LISTED",
                        "TRANSFERRED IN_CONTRACT",
                        "TRANSFERRED REFUSED",
                        "TRANSFERRED EXITED",
                        "LISTED IN_CONTRACT",
                        "LISTED EXITED",
                        "IN_CONTRACT EXITED",
                        "REFUSED TRANSFERRED",
                        "REFUSED WITHDRAWN");
    }

    @Test
    void whatWasRefusedIsTriedAgainOrWithdrawn() {
        var gateway = planned();
        var item = ScopeItem.proposed(UUID.randomUUID(), service("CORE-2"), SOURCE);
        gateway.items.add(item);
        assertThatThrownBy(() -> gateway.retry("CORE-2", ScopeItem.Correction.NONE))
                .isInstanceOfSatisfying(
                        GatewayRefusal.NotRefused.class,
                        no ->
                                assertThat(no.operands())
                                        .containsEntry("state", ScopeState.PROPOSED));
        gateway.items.set(0, reached(item, ScopeState.REFUSED));

        var again = gateway.retry(item.id().toString(), ScopeItem.Correction.NONE);

        assertThat(again.scopeItemId()).isEqualTo(item.id());
        assertThat(again.effectiveOn()).isEqualTo(APRIL);
        assertThat(gateway.items.getFirst().state()).isEqualTo(ScopeState.TRANSFERRED);
        assertThatThrownBy(() -> gateway.retry("NONE", ScopeItem.Correction.NONE))
                .isInstanceOf(NotFound.class);
        gateway.items.set(0, reached(item, ScopeState.REFUSED));
        gateway.withdraw("CORE-2", MAY, "It stays with the council");
        assertThat(gateway.items.getFirst().on(MAY))
                .isEqualTo(new ScopeStep(ScopeState.WITHDRAWN, MAY, "It stays with the council"));
    }

    @Test
    @Tag("G33")
    void whatWasRefusedUnderAWrongNameIsPutRightAndHandedOverAgain() {
        var gateway = planned();
        var item = ScopeItem.proposed(UUID.randomUUID(), intervention("INT-01"), SOURCE);
        gateway.items.add(reached(item, ScopeState.REFUSED));

        var again = gateway.retry("INT-01", new ScopeItem.Correction("Academy", "RCH-INT-07"));

        assertThat(again.scopeItemId()).isEqualTo(item.id());
        assertThat(again.title()).isEqualTo("Academy");
        assertThat(again.intervention()).isEqualTo("RCH-INT-07");
        gateway.items.set(
                0,
                reached(
                        ScopeItem.proposed(UUID.randomUUID(), service("CORE-2"), SOURCE),
                        ScopeState.REFUSED));
        assertThatThrownBy(
                        () -> gateway.retry("CORE-2", new ScopeItem.Correction(null, "RCH-INT-07")))
                .isInstanceOf(GatewayRefusal.ScopeUnclear.class);
    }

    @Test
    void aWithdrawalDoesNotRewriteThePast() {
        var proposed = planned();
        proposed.propose(UUID.randomUUID(), service("CORE-2"), SOURCE);
        var refused = in(GatewayState.PASSED);
        refused.items.add(
                reached(
                        ScopeItem.proposed(UUID.randomUUID(), service("CORE-2"), SOURCE),
                        ScopeState.REFUSED));

        for (var gateway : List.of(proposed, refused)) {
            var since = gateway.last().effectiveOn();
            assertThatThrownBy(() -> gateway.withdraw("CORE-2", since.minusDays(1), "Not now"))
                    .isInstanceOfSatisfying(
                            GatewayRefusal.StepOutOfOrder.class,
                            no ->
                                    assertThat(no.operands())
                                            .containsEntry("lastStepOn", since)
                                            .containsEntry("effectiveOn", since.minusDays(1)));
            gateway.withdraw("CORE-2", since, "Not now");
        }
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

    private static ScopeItem reached(ScopeItem item, ScopeState state) {
        return switch (state) {
            case PROPOSED -> item;
            case TRANSFERRED, WITHDRAWN -> item.step(state, APRIL, null);
            case LISTED, IN_CONTRACT, REFUSED, EXITED ->
                    item.step(ScopeState.TRANSFERRED, APRIL, null).step(state, APRIL, null);
        };
    }
}
