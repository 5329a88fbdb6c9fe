package locality.governance.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import locality.platform.fact.Provenance;
import locality.platform.identifier.Ids;
import locality.platform.place.Locality;
import locality.platform.refusal.Refusal;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class StrategyTest {

    private static final Provenance SOURCE = Provenance.illustrative();
    private static final LocalDate DAY = LocalDate.parse("2018-01-15");
    private static final LocalDate LATER = LocalDate.parse("2018-04-01");
    private static final Strategy.Approval APPROVAL =
            new Strategy.Approval(Ids.next(), "ICB-2018-02-28/4", LocalDate.parse("2018-02-28"));
    private static final Said FEBRUARY =
            new Said("2018-02", Provenance.stated("A review", "2.1.6"));
    private static final Said MARCH = new Said("2018-03", Provenance.stated("A review", "5"));

    @Test
    @Tag("G56")
    void everyCommandIsTakenInItsStatesAndRefusedInAllOthers() {
        var commands = new LinkedHashMap<String, Consumer<Strategy>>();
        commands.put("approve", one -> one.approve(APPROVAL, LATER, null, SOURCE));
        commands.put("supersede", one -> one.supersede(in(StrategyState.APPROVED), LATER, SOURCE));
        commands.put("withdraw", one -> one.withdraw("Overtaken", LATER, SOURCE));
        commands.put("review", one -> one.review(null, null, LATER, SOURCE));
        var from =
                Map.of(
                        "approve", Set.of(StrategyState.DRAFT),
                        "supersede", Set.of(StrategyState.APPROVED),
                        "withdraw", Set.of(StrategyState.DRAFT, StrategyState.APPROVED),
                        "review", Set.of(StrategyState.DRAFT, StrategyState.APPROVED));
        commands.forEach(
                (name, command) -> {
                    for (var state : StrategyState.values()) {
                        var refusal = catchThrowable(() -> command.accept(in(state)));
                        if (from.getOrDefault(name, Set.of()).contains(state)) {
                            assertThat(refusal).as("%s when %s", name, state).isNull();
                        } else {
                            assertThat(refusal)
                                    .as("%s when %s", name, state)
                                    .isInstanceOf(StrategyRefusal.class);
                        }
                    }
                });
    }

    @Test
    @Tag("G56")
    void anApprovalHoldsNotBeforeItsDecisionWasTaken() {
        var strategy = in(StrategyState.DRAFT);

        assertThatThrownBy(
                        () ->
                                strategy.approve(
                                        APPROVAL, LocalDate.parse("2018-02-27"), null, SOURCE))
                .isInstanceOf(StrategyRefusal.ApprovedBeforeDecided.class);

        strategy.approve(APPROVAL, LocalDate.parse("2018-02-28"), LATER, SOURCE);
        assertThat(strategy.on(LocalDate.parse("2018-02-27")).orElseThrow().state())
                .isEqualTo(StrategyState.DRAFT);
        assertThat(strategy.on(LocalDate.parse("2018-02-28")).orElseThrow().state())
                .isEqualTo(StrategyState.APPROVED);
    }

    @Test
    @Tag("G56")
    void whatDocumentsSayOfItsApprovalIsKeptSideBySide() {
        var strategy = in(StrategyState.DRAFT);
        strategy.say(FEBRUARY);
        assertThat(strategy.isContradicted()).isFalse();

        strategy.say(new Said("2018-02-28", Provenance.stated("Minutes", "4")));
        assertThat(strategy.isContradicted()).isFalse();

        strategy.say(MARCH);
        assertThat(strategy.isContradicted()).isTrue();
        assertThat(strategy.said).contains(FEBRUARY, MARCH);
        assertThatThrownBy(() -> strategy.say(MARCH))
                .isInstanceOf(StrategyRefusal.SaidAlready.class);
        assertThatThrownBy(() -> new Said("spring", SOURCE))
                .isInstanceOf(StrategyRefusal.NoDate.class);
    }

    @Test
    @Tag("G56")
    void aReviewIsDueOnItsDayAndOverdueFromTheNext() {
        var strategy = in(StrategyState.DRAFT);
        strategy.review(LocalDate.parse("2018-09-30"), null, LATER, SOURCE);
        var now = strategy.last();

        assertThat(now.isReviewDueOn(LocalDate.parse("2018-09-29"))).isFalse();
        assertThat(now.isReviewDueOn(LocalDate.parse("2018-09-30"))).isTrue();
        assertThat(now.isReviewOverdueOn(LocalDate.parse("2018-09-30"))).isFalse();
        assertThat(now.isReviewOverdueOn(LocalDate.parse("2018-10-01"))).isTrue();
    }

    @Test
    @Tag("G56")
    void onlyAnApprovedOneOfItsKindTakesItsPlace() {
        var strategy = in(StrategyState.APPROVED);

        assertThatThrownBy(() -> strategy.supersede(in(StrategyState.DRAFT), LATER, SOURCE))
                .isInstanceOf(StrategyRefusal.NoSuccessor.class);
        assertThatThrownBy(() -> strategy.supersede(strategy, LATER, SOURCE))
                .isInstanceOf(StrategyRefusal.NoSuccessor.class);
        var other = in(StrategyState.APPROVED);
        other.kind = StrategyKind.OUTCOMES_FRAMEWORK;
        assertThatThrownBy(() -> strategy.supersede(other, LATER, SOURCE))
                .isInstanceOf(StrategyRefusal.NoSuccessor.class);
    }

    @Test
    @Tag("G56")
    void nobodyIsNamedInAnEdition() {
        var strategy = in(StrategyState.DRAFT);

        assertThatThrownBy(() -> strategy.retitle("A strategy", "jo.bloggs@nhs.net"))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refused -> {
                            assertThat(refused.code()).isEqualTo("PERSONAL_DATA");
                            assertThat(refused.operands()).containsEntry("field", "edition");
                        });
    }

    private static Strategy in(StrategyState state) {
        var strategy =
                Strategy.drafted(
                        Ids.next(),
                        "RCH-ICS",
                        new Strategy.Draft(
                                "Integrated Commissioning Strategy",
                                StrategyKind.STRATEGY,
                                null,
                                Locality.ROCHDALE,
                                null,
                                List.of()),
                        DAY,
                        SOURCE);
        var on = LocalDate.parse("2018-03-01");
        switch (state) {
            case DRAFT -> {}
            case APPROVED -> strategy.approve(APPROVAL, on, null, SOURCE);
            case SUPERSEDED -> {
                strategy.approve(APPROVAL, on, null, SOURCE);
                strategy.supersede(in(StrategyState.APPROVED), on, SOURCE);
            }
            case WITHDRAWN -> strategy.withdraw("Overtaken", on, SOURCE);
        }
        return strategy;
    }
}
