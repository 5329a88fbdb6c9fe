package locality.intervention.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import locality.platform.event.PartnershipEvent.ScopeTransferred;
import locality.platform.fact.Provenance;
import locality.platform.place.Locality;
import locality.platform.refusal.Refusal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ScopeItemTest {

    private static final LocalDate APRIL = LocalDate.of(2018, 4, 1);
    private static final LocalDate MAY = LocalDate.of(2018, 5, 14);

    private static Map<String, Consumer<ScopeItem>> commands() {
        var commands = new LinkedHashMap<String, Consumer<ScopeItem>>();
        commands.put("list", item -> item.list(null));
        commands.put("refuse", item -> item.refuse("There is no contract"));
        commands.put("transfer again", item -> item.transferAgain(told("Core+2", null)));
        commands.put("include", item -> item.include(MAY));
        commands.put("exit", item -> item.exit(MAY));
        commands.put("withdraw", item -> item.withdraw("It was rescinded"));
        return commands;
    }

    @Test
    @DisplayName("every command in every state")
    void everyCommandInEveryState() {
        var reached = new LinkedHashMap<String, ScopeState>();
        for (var state : ScopeState.values()) {
            commands()
                    .forEach(
                            (name, command) -> {
                                var item = in(state);
                                try {
                                    command.accept(item);
                                    reached.put(state + " " + name, item.state);
                                } catch (Refusal no) {
                                    assertThat(no.code()).isEqualTo("ILLEGAL_TRANSITION");
                                    assertThat(item.state).isEqualTo(state);
                                }
                            });
        }

        assertThat(reached)
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(
                                "TRANSFERRED list", ScopeState.LISTED,
                                "TRANSFERRED refuse", ScopeState.REFUSED,
                                "TRANSFERRED withdraw", ScopeState.WITHDRAWN,
                                "REFUSED transfer again", ScopeState.TRANSFERRED,
                                "REFUSED withdraw", ScopeState.WITHDRAWN,
                                "LISTED include", ScopeState.IN_CONTRACT,
                                "LISTED exit", ScopeState.EXITED,
                                "LISTED withdraw", ScopeState.WITHDRAWN,
                                "IN_CONTRACT exit", ScopeState.EXITED,
                                "IN_CONTRACT withdraw", ScopeState.WITHDRAWN));
    }

    @Test
    void itIsAsItWasOnADayAndItsStepsFollowOneAnother() {
        var item = in(ScopeState.LISTED);
        item.include(MAY);

        assertThat(item.on(APRIL.minusDays(1))).isEmpty();
        assertThat(item.on(MAY.minusDays(1)).orElseThrow().state()).isEqualTo(ScopeState.LISTED);
        assertThat(item.on(MAY).orElseThrow().state()).isEqualTo(ScopeState.IN_CONTRACT);
        assertThatThrownBy(() -> item.exit(APRIL))
                .isInstanceOfSatisfying(
                        ContractRefusal.StepOutOfOrder.class,
                        no ->
                                assertThat(no.operands())
                                        .containsEntry("lastStepOn", MAY)
                                        .containsEntry("effectiveOn", APRIL));
    }

    @Test
    void aRefusalIsAnsweredWithItsReasonFromTheDayOfTheTransfer() {
        var answer = in(ScopeState.TRANSFERRED).refuse("There is no contract");

        assertThat(answer.state()).isEqualTo("REFUSED");
        assertThat(answer.reason()).isEqualTo("There is no contract");
        assertThat(answer.effectiveOn()).isEqualTo(APRIL);
    }

    @Test
    void whatIsWithdrawnIsInTheScopeOnNoDay() {
        var item = in(ScopeState.LISTED);

        var answer = item.withdraw("It was rescinded");

        assertThat(answer.state()).isEqualTo("WITHDRAWN");
        assertThat(answer.reason()).isEqualTo("It was rescinded");
        assertThat(answer.effectiveOn()).isEqualTo(APRIL);
        assertThat(item.on(APRIL.minusDays(1))).isEmpty();
        assertThat(item.on(APRIL).orElseThrow().state()).isEqualTo(ScopeState.WITHDRAWN);
    }

    @Test
    void whatIsHandedOverAgainIsCalledAsItNowIs() {
        var item = ScopeItem.transferred(told("Academi", "RCH-INT-1"));
        item.refuse("There is no intervention RCH-INT-1");

        item.transferAgain(told("Academy", "RCH-INT-01"));

        assertThat(item.title).isEqualTo("Academy");
        assertThat(item.intervention).isEqualTo("RCH-INT-01");
    }

    private static ScopeTransferred told(String title, @Nullable String intervention) {
        return new ScopeTransferred(
                UUID.randomUUID(),
                UUID.randomUUID(),
                "RCH-LCO-CONTRACT",
                "RCH-LCO-SC-CORE-2",
                title,
                intervention == null ? "SERVICE" : "INTERVENTION",
                intervention,
                Locality.ROCHDALE,
                APRIL,
                Provenance.illustrative());
    }

    private static ScopeItem in(ScopeState state) {
        var item = ScopeItem.transferred(told("Core+2", null));
        switch (state) {
            case TRANSFERRED -> {}
            case LISTED -> item.list(null);
            case REFUSED -> item.refuse("There is no contract");
            case IN_CONTRACT -> {
                item.list(null);
                item.include(APRIL);
            }
            case EXITED -> {
                item.list(null);
                item.exit(APRIL);
            }
            case WITHDRAWN -> item.withdraw("It was rescinded");
        }
        return item;
    }
}
