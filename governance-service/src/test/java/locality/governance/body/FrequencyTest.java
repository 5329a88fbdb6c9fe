package locality.governance.body;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import locality.governance.body.Frequency.Unit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("G17")
class FrequencyTest {

    @Test
    void noBodyMeetsEveryNoWeeks() {
        assertThatThrownBy(() -> new Frequency(0, Unit.WEEKS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not 0");
    }
}
