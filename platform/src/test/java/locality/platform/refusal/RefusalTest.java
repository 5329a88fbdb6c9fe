package locality.platform.refusal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefusalTest {

    @ParameterizedTest
    @ValueSource(strings = {"type", "title", "status", "detail", "instance", "code"})
    void anOperandTakesNoMemberOfEveryProblem(String name) {
        assertThatThrownBy(() -> new OneOperand(name)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anOperandOfItsOwnNameStandsInTheBody() {
        assertThat(Problem.of(new OneOperand("decisionType")).operands())
                .containsExactly(java.util.Map.entry("decisionType", "NOTE"));
    }

    private static final class OneOperand extends Refusal {
        OneOperand(String name) {
            super(Kind.RULE_BROKEN, "NOT_AN_APPROVAL", "Not that");
            operand(name, "NOTE");
        }
    }
}
