package locality.governance.standing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import locality.platform.fact.Provenance;
import locality.platform.place.Locality;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class StandingTest {

    private static final LocalDate APRIL = LocalDate.of(2018, 4, 1);

    private static final Map<DeepDiveState, Consumer<DeepDive>> STEPS =
            Map.of(
                    DeepDiveState.PLACED,
                    dive -> dive.place(UUID.randomUUID(), 3, APRIL),
                    DeepDiveState.HELD,
                    dive -> dive.hold(APRIL),
                    DeepDiveState.RAISED,
                    dive -> dive.await(APRIL));

    @Test
    @Tag("G19")
    void everyStepOfADeepDiveButTheLawfulOnesIsRefused() {
        var lawful =
                Map.of(
                        DeepDiveState.RAISED, Set.of(DeepDiveState.PLACED),
                        DeepDiveState.PLACED, Set.of(DeepDiveState.HELD, DeepDiveState.RAISED),
                        DeepDiveState.HELD, Set.<DeepDiveState>of());
        assertThat(lawful.keySet()).containsExactlyInAnyOrder(DeepDiveState.values());
        lawful.forEach(
                (from, next) ->
                        STEPS.forEach(
                                (to, step) -> {
                                    var dive = dive(from);
                                    if (next.contains(to)) {
                                        step.accept(dive);
                                        assertThat(dive.state).isEqualTo(to);
                                    } else {
                                        assertThatThrownBy(() -> step.accept(dive))
                                                .as("%s to %s", from, to)
                                                .isInstanceOf(StandingRefusal.IllegalStep.class);
                                    }
                                }));
    }

    @Test
    @Tag("G19")
    void anItemOfEveryMeetingIsDueWhileItStands() {
        var item = item(null, APRIL.plusYears(1));

        assertThat(item.isDueAt(APRIL, List.of(APRIL))).isTrue();
        assertThat(item.isDueAt(APRIL.minusDays(1), List.of())).isFalse();
        assertThat(item.isDueAt(APRIL.plusYears(1), List.of())).isTrue();
        assertThat(item.isDueAt(APRIL.plusYears(1).plusDays(1), List.of())).isFalse();
    }

    @Test
    @Tag("G19")
    void monthsBetweenMeetingsCountByTheCalendar() {
        var quarterly = item(3, null);
        var second = LocalDate.of(2018, 4, 11);

        assertThat(quarterly.isDueAt(LocalDate.of(2018, 5, 9), List.of(second))).isFalse();
        assertThat(quarterly.isDueAt(LocalDate.of(2018, 6, 13), List.of(second))).isFalse();
        assertThat(quarterly.isDueAt(LocalDate.of(2018, 7, 4), List.of(second))).isTrue();
    }

    @Test
    void aMeetingEnteredLaterThanTheNextCountsBothWays() {
        var quarterly = item(3, null);
        var july = LocalDate.of(2018, 7, 11);

        assertThat(quarterly.isDueAt(LocalDate.of(2018, 5, 9), List.of(july))).isFalse();
        assertThat(quarterly.isDueAt(LocalDate.of(2018, 4, 11), List.of(july))).isTrue();
    }

    @Test
    void anItemDoesNotEndBeforeItBegins() {
        assertThatThrownBy(() -> item(null, null).endOn(APRIL.minusDays(1)))
                .isInstanceOf(StandingRefusal.EndsBeforeItBegins.class);
    }

    private static StandingItem item(@Nullable Integer months, @Nullable LocalDate until) {
        var item = new StandingItem();
        item.id = UUID.randomUUID();
        item.reference = "ROC-ICB-SI-1";
        item.bodyId = UUID.randomUUID();
        item.locality = Locality.ROCHDALE;
        item.title = "Performance";
        item.everyMonths = months;
        item.fromDay = APRIL;
        item.untilDay = until;
        return item;
    }

    private static DeepDive dive(DeepDiveState state) {
        var dive = new DeepDive();
        dive.id = UUID.randomUUID();
        dive.reference = "ROC-ICB-DD-1";
        dive.bodyId = UUID.randomUUID();
        dive.locality = Locality.ROCHDALE;
        dive.concern = "Delays";
        dive.raisedOn = APRIL;
        dive.state = state;
        dive.provenance = Provenance.illustrative();
        return dive;
    }
}
