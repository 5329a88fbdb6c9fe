package locality.budget.fund;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("B15")
class PlanStageTest {

    @Test
    void goesForwardOrStays() {
        for (var before : PlanStage.values()) {
            for (var next : PlanStage.values()) {
                assertThat(next.mayFollow(before))
                        .as("%s after %s", next, before)
                        .isEqualTo(next.ordinal() >= before.ordinal());
            }
            assertThat(before.mayFollow(null)).isTrue();
        }
    }
}
