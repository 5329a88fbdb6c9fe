package locality.governance.gateway;

import static locality.governance.gateway.AGateway.APRIL;
import static locality.governance.gateway.AGateway.MARCH;
import static locality.governance.gateway.AGateway.READY;
import static locality.governance.gateway.AGateway.SOURCE;
import static locality.governance.gateway.AGateway.SUBMITTED;
import static locality.governance.gateway.AGateway.condition;
import static locality.governance.gateway.AGateway.in;
import static locality.governance.gateway.AGateway.intervention;
import static locality.governance.gateway.AGateway.planned;
import static locality.governance.gateway.AGateway.service;
import static locality.governance.gateway.AGateway.standing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import locality.platform.event.PartnershipEvent.ScopeTransferred;
import locality.platform.refusal.NotFound;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What a gateway passes, and what becomes of it.
class GatewayScopeTest {

    private static final LocalDate MAY = LocalDate.of(2018, 5, 14);

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
                assertThatThrownBy(() -> gateway.withdraw("FIRST", MAY, MAY, "Not needed"))
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
        gateway.withdraw("INT-01", SUBMITTED, SUBMITTED, "Not mobilised");
        gateway.submit(SUBMITTED, SOURCE);

        assertThat(gateway.pass(READY, MARCH, SOURCE))
                .extracting(ScopeTransferred::reference)
                .containsExactly("CORE-2");
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
                        "TRANSFERRED WITHDRAWN",
                        "LISTED IN_CONTRACT",
                        "LISTED EXITED",
                        "LISTED WITHDRAWN",
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
        gateway.withdraw("CORE-2", MAY, MAY, "It stays with the council");
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
    @Tag("G33")
    @DisplayName("a withdrawal in every state of an item, before the day it goes over and on it")
    void aWithdrawalInEveryState() {
        var told = new LinkedHashMap<String, Boolean>();
        var refused = new LinkedHashMap<String, String>();
        for (var today : List.of(MARCH, APRIL)) {
            for (var state : ScopeState.values()) {
                var gateway = planned();
                var item = ScopeItem.proposed(UUID.randomUUID(), service("CORE-2"), SOURCE);
                gateway.items.add(reached(item, state));
                var called = "%s on %s".formatted(state, today);
                try {
                    var event = gateway.withdraw("CORE-2", MARCH, today, "It was rescinded");
                    told.put(called, event.isPresent());
                    assertThat(gateway.items.getFirst().state()).isEqualTo(ScopeState.WITHDRAWN);
                } catch (GatewayRefusal no) {
                    refused.put(called, no.code());
                    assertThat(gateway.items.getFirst().state()).isEqualTo(state);
                }
            }
        }

        assertThat(told)
                .isEqualTo(
                        Map.of(
                                "PROPOSED on 2018-03-31", false,
                                "TRANSFERRED on 2018-03-31", true,
                                "LISTED on 2018-03-31", true,
                                "REFUSED on 2018-03-31", true,
                                "PROPOSED on 2018-04-01", false,
                                "REFUSED on 2018-04-01", true));
        assertThat(refused)
                .isEqualTo(
                        Map.of(
                                "IN_CONTRACT on 2018-03-31", "ILLEGAL_TRANSITION",
                                "EXITED on 2018-03-31", "ILLEGAL_TRANSITION",
                                "WITHDRAWN on 2018-03-31", "ILLEGAL_TRANSITION",
                                "TRANSFERRED on 2018-04-01", "ITEM_GONE_OVER",
                                "LISTED on 2018-04-01", "ITEM_GONE_OVER",
                                "IN_CONTRACT on 2018-04-01", "ILLEGAL_TRANSITION",
                                "EXITED on 2018-04-01", "ILLEGAL_TRANSITION",
                                "WITHDRAWN on 2018-04-01", "ILLEGAL_TRANSITION"));
    }

    @Test
    @Tag("G33")
    void whatIsWithdrawnBeforeItsDayIsWithdrawnFromThenOnWhateverIsAnsweredStill() {
        var gateway = in(GatewayState.DUE_DILIGENCE);
        gateway.propose(UUID.randomUUID(), service("CORE-2"), SOURCE);
        gateway.submit(SUBMITTED, SOURCE);
        var going = gateway.pass(READY, SUBMITTED.plusDays(1), SOURCE).getFirst();

        var told = gateway.withdraw("CORE-2", MARCH, MARCH, "It was rescinded").orElseThrow();
        gateway.hear(going.scopeItemId(), ScopeState.LISTED, APRIL, null);

        assertThat(told.scopeItemId()).isEqualTo(going.scopeItemId());
        assertThat(told.contract()).isEqualTo("RCH-LCO-CONTRACT");
        assertThat(told.reason()).isEqualTo("It was rescinded");
        assertThat(told.effectiveOn()).isEqualTo(MARCH);
        var item = gateway.items.getFirst();
        assertThat(item.on(MARCH.minusDays(1)).state()).isEqualTo(ScopeState.PROPOSED);
        assertThat(item.on(MARCH).state()).isEqualTo(ScopeState.WITHDRAWN);
        assertThat(item.on(MAY).state()).isEqualTo(ScopeState.WITHDRAWN);
    }

    @Test
    @Tag("G33")
    void whatWentOverIsNotWithdrawn() {
        var gateway = in(GatewayState.PASSED);
        gateway.items.add(
                reached(
                        ScopeItem.proposed(UUID.randomUUID(), service("CORE-2"), SOURCE),
                        ScopeState.LISTED));

        assertThatThrownBy(() -> gateway.withdraw("CORE-2", MARCH, MAY, "Not now"))
                .isInstanceOfSatisfying(
                        GatewayRefusal.GoneOver.class,
                        no ->
                                assertThat(no.operands())
                                        .containsEntry("item", "CORE-2")
                                        .containsEntry("transfersOn", APRIL)
                                        .containsEntry("today", MAY));
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
            assertThatThrownBy(() -> gateway.withdraw("CORE-2", since.minusDays(1), MAY, "Not now"))
                    .isInstanceOfSatisfying(
                            GatewayRefusal.StepOutOfOrder.class,
                            no ->
                                    assertThat(no.operands())
                                            .containsEntry("lastStepOn", since)
                                            .containsEntry("effectiveOn", since.minusDays(1)));
            gateway.withdraw("CORE-2", since, MAY, "Not now");
        }
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
