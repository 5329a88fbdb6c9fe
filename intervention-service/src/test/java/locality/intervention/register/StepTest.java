package locality.intervention.register;

import static locality.intervention.register.State.APPROVED;
import static locality.intervention.register.State.BRIEFED;
import static locality.intervention.register.State.CANCELLED;
import static locality.intervention.register.State.CLOSED;
import static locality.intervention.register.State.EVALUATING;
import static locality.intervention.register.State.EXITING;
import static locality.intervention.register.State.LIVE;
import static locality.intervention.register.State.MOBILISING;
import static locality.intervention.register.State.PROPOSED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Every step from every state: those of the table lead on, all others are refused.
@Tag("I3")
class StepTest {

    private static final Map<Step, Map<State, State>> TABLE =
            Map.of(
                    Step.BRIEF, Map.of(PROPOSED, BRIEFED, BRIEFED, BRIEFED),
                    Step.APPROVE, Map.of(BRIEFED, APPROVED),
                    Step.MOBILISE, Map.of(APPROVED, MOBILISING),
                    Step.GO_LIVE, Map.of(MOBILISING, LIVE),
                    Step.EVALUATE, Map.of(LIVE, EVALUATING),
                    Step.CONTINUE, Map.of(EVALUATING, LIVE),
                    Step.SCALE, Map.of(EVALUATING, MOBILISING),
                    Step.EXIT, Map.of(EVALUATING, EXITING),
                    Step.CLOSE, Map.of(EXITING, CLOSED),
                    Step.CANCEL,
                            Map.of(
                                    PROPOSED, CANCELLED,
                                    BRIEFED, CANCELLED,
                                    APPROVED, CANCELLED,
                                    MOBILISING, CANCELLED));

    static Stream<Arguments> everyStepFromEveryState() {
        return Arrays.stream(Step.values())
                .flatMap(
                        step ->
                                Arrays.stream(State.values())
                                        .map(state -> Arguments.of(step, state)));
    }

    @ParameterizedTest
    @MethodSource("everyStepFromEveryState")
    void leadsOnAsTheTableSaysAndNowhereElse(Step step, State state) {
        var next = TABLE.getOrDefault(step, Map.of()).get(state);

        if (next == null) {
            assertThatThrownBy(() -> step.from(state))
                    .isInstanceOf(InterventionRefusal.IllegalTransition.class)
                    .hasMessageContaining(state.name())
                    .hasMessageContaining(step.verb());
        } else {
            assertThat(step.from(state)).isEqualTo(next);
        }
    }
}
