package locality.governance.action;

import static locality.governance.action.AnAction.GIVEN;
import static locality.governance.action.AnAction.LATER;
import static locality.governance.action.AnAction.SOURCE;
import static locality.governance.action.AnAction.due;
import static locality.governance.action.AnAction.in;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import locality.platform.refusal.Refusal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ActionTest {

    private static final Due SEPTEMBER = Due.of("2018-09", null, null);
    private static final Due DECEMBER = Due.of("2018-12", null, null);

    private static Map<String, Consumer<Action>> commands() {
        var commands = new LinkedHashMap<String, Consumer<Action>>();
        commands.put("start", action -> action.start(LATER, SOURCE));
        commands.put("complete", action -> action.complete(LATER, "Done", null, SOURCE));
        commands.put("supersede", action -> action.supersede(due(DECEMBER), LATER, SOURCE));
        commands.put("move", action -> action.move(DECEMBER, LATER, "Waits", SOURCE));
        commands.put("reword", action -> action.reword(AnAction.task("Other words", SEPTEMBER)));
        return commands;
    }

    @Test
    @Tag("G22")
    @DisplayName("every command in every state")
    void everyCommandInEveryState() {
        var reached = new LinkedHashMap<String, ActionState>();
        for (var state : ActionState.values()) {
            commands()
                    .forEach(
                            (name, command) -> {
                                var action = in(state);
                                try {
                                    command.accept(action);
                                    reached.put(state + " " + name, action.last().state());
                                } catch (Refusal no) {
                                    assertThat(no.code())
                                            .isIn("ILLEGAL_TRANSITION", "ACTION_FINISHED");
                                    assertThat(action.last().state()).isEqualTo(state);
                                }
                            });
        }

        assertThat(reached)
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(
                                "OPEN start", ActionState.IN_PROGRESS,
                                "OPEN complete", ActionState.COMPLETE,
                                "OPEN supersede", ActionState.SUPERSEDED,
                                "OPEN move", ActionState.OPEN,
                                "OPEN reword", ActionState.OPEN,
                                "IN_PROGRESS complete", ActionState.COMPLETE,
                                "IN_PROGRESS supersede", ActionState.SUPERSEDED,
                                "IN_PROGRESS move", ActionState.IN_PROGRESS,
                                "IN_PROGRESS reword", ActionState.IN_PROGRESS));
    }

    @Test
    void aStepThatIsNotLawfulSaysWhichAre() {
        var refused =
                catchThrowableOfType(
                        ActionRefusal.IllegalStep.class,
                        () -> in(ActionState.IN_PROGRESS).start(LATER, SOURCE));

        assertThat(refused.code()).isEqualTo("ILLEGAL_TRANSITION");
        assertThat(refused.operands())
                .containsEntry("action", "ROC-ICB-A-1")
                .containsEntry("from", ActionState.IN_PROGRESS)
                .containsEntry("allowed", EnumSet.of(ActionState.COMPLETE, ActionState.SUPERSEDED));
    }

    @Test
    @Tag("G22")
    @DisplayName("\"June 2018\" is its last day, and overdue after it")
    void juneIsItsLastDay() {
        var action = due(Due.of("2018-06", null, null));

        assertThat(action.last().dueOn()).isEqualTo("2018-06-30");
        assertThat(action.last().isOverdueOn(LocalDate.of(2018, 6, 30))).isFalse();
        assertThat(action.last().isOverdueOn(LocalDate.of(2018, 7, 1))).isTrue();
    }

    @Test
    void whatIsDoneIsNoLongerOverdueAndWasBefore() {
        var action = due(Due.of("2018-05-20", null, null));
        action.complete(LATER, "Done", "Minutes, item 4", SOURCE);

        assertThat(action.on(LATER.minusDays(1)).orElseThrow().isOverdueOn(LATER)).isTrue();
        assertThat(action.last().isOverdueOn(LATER.plusYears(1))).isFalse();
        assertThat(action.last().evidence()).isEqualTo("Minutes, item 4");
    }

    @Test
    void onADayItIsAsItWasThen() {
        var action = due(SEPTEMBER);
        action.start(GIVEN.plusDays(5), SOURCE);
        action.move(DECEMBER, LATER, "Waits for the peer review", SOURCE);

        assertThat(action.on(GIVEN.minusDays(1))).isEmpty();
        assertThat(action.on(GIVEN).orElseThrow().state()).isEqualTo(ActionState.OPEN);
        assertThat(action.on(LATER.minusDays(1)).orElseThrow().due()).isEqualTo(SEPTEMBER);
        assertThat(action.on(LATER).orElseThrow().due()).isEqualTo(DECEMBER);
        assertThat(action.on(LATER).orElseThrow().state()).isEqualTo(ActionState.IN_PROGRESS);
    }

    @Test
    void stepsFollowOneAnotherInTime() {
        var action = due(SEPTEMBER);
        action.start(LATER, SOURCE);

        var refused =
                catchThrowableOfType(
                        ActionRefusal.StepOutOfOrder.class,
                        () -> action.complete(GIVEN, "Done", null, SOURCE));

        assertThat(refused.code()).isEqualTo("STEP_OUT_OF_ORDER");
        assertThat(refused.operands())
                .containsEntry("lastStepOn", LATER)
                .containsEntry("effectiveOn", GIVEN);
        assertThatThrownBy(() -> action.move(DECEMBER, GIVEN, "Waits", SOURCE))
                .isInstanceOf(ActionRefusal.StepOutOfOrder.class);
    }

    @Test
    void aMoveToWhereItIsIsNone() {
        var refused =
                catchThrowableOfType(
                        ActionRefusal.NotMoved.class,
                        () -> due(SEPTEMBER).move(SEPTEMBER, LATER, "Waits", SOURCE));

        assertThat(refused.code()).isEqualTo("DUE_UNCHANGED");
        assertThat(refused.operands()).containsEntry("dueOn", LocalDate.of(2018, 9, 30));
    }

    @Test
    void whatIsFinishedIsNotMoved() {
        var refused =
                catchThrowableOfType(
                        ActionRefusal.Finished.class,
                        () -> in(ActionState.COMPLETE).move(DECEMBER, LATER, "Waits", SOURCE));

        assertThat(refused.code()).isEqualTo("ACTION_FINISHED");
        assertThat(refused.operands()).containsEntry("state", ActionState.COMPLETE);
    }

    @Test
    void nothingTakesItsOwnPlaceNotEvenThroughOthers() {
        var first = due(SEPTEMBER);
        var second = due(SEPTEMBER);
        first.supersede(second, LATER, SOURCE);

        assertThatThrownBy(() -> second.supersede(second, LATER, SOURCE))
                .isInstanceOfSatisfying(
                        ActionRefusal.NoSuccessor.class,
                        no -> assertThat(no.code()).isEqualTo("NO_SUCCESSOR"));
        assertThatThrownBy(() -> second.supersede(first, LATER, SOURCE))
                .isInstanceOf(ActionRefusal.NoSuccessor.class);
        assertThat(first.last().supersededBy()).isEqualTo(second.id);
    }

    @Test
    void theEventTellsWhatItNowIs() {
        var action = due(SEPTEMBER);
        action.move(DECEMBER, LATER, "Waits", SOURCE);

        var told = action.changed();

        assertThat(told.dueOn()).isEqualTo("2018-12-31");
        assertThat(told.state()).isEqualTo("OPEN");
        assertThat(told.effectiveOn()).isEqualTo(LATER);
        assertThat(told.post()).isEqualTo("Programme Director");
    }
}
