package locality.governance.decision;

import static locality.governance.decision.DecisionState.CALLED_IN;
import static locality.governance.decision.DecisionState.CARRIED;
import static locality.governance.decision.DecisionState.DEFERRED;
import static locality.governance.decision.DecisionState.INVALID;
import static locality.governance.decision.DecisionState.IN_EFFECT;
import static locality.governance.decision.DecisionState.LOST;
import static locality.governance.decision.DecisionState.PROPOSED;
import static locality.governance.decision.DecisionState.RATIFIED;
import static locality.governance.decision.DecisionState.REFERRED;
import static locality.governance.decision.DecisionState.RESCINDED;
import static locality.governance.decision.DecisionState.SUPERSEDED;
import static locality.governance.decision.DecisionState.TABLED;
import static locality.governance.decision.DecisionState.WITHDRAWN;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class DecisionStateTest {

    private record Step(DecisionState from, DecisionState to) {}

    private static final Set<Step> LAWFUL =
            Set.of(
                    new Step(PROPOSED, TABLED),
                    new Step(TABLED, CARRIED),
                    new Step(TABLED, LOST),
                    new Step(TABLED, DEFERRED),
                    new Step(TABLED, REFERRED),
                    new Step(TABLED, WITHDRAWN),
                    new Step(DEFERRED, TABLED),
                    new Step(CARRIED, IN_EFFECT),
                    new Step(CARRIED, CALLED_IN),
                    new Step(CARRIED, INVALID),
                    new Step(CALLED_IN, IN_EFFECT),
                    new Step(CALLED_IN, PROPOSED),
                    new Step(INVALID, RATIFIED),
                    new Step(IN_EFFECT, SUPERSEDED),
                    new Step(IN_EFFECT, RESCINDED));

    @Test
    void everyStepButTheLawfulOnesIsRefused() {
        for (var from : DecisionState.values()) {
            for (var to : DecisionState.values()) {
                assertThat(from.next().contains(to))
                        .as("%s to %s", from, to)
                        .isEqualTo(LAWFUL.contains(new Step(from, to)));
            }
        }
    }
}
