package locality.governance.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import locality.governance.body.Frequency.Unit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("G17")
class FrequencyTest {

    @Test
    void theNextMeetingIsDueSoManyWeeksOrMonthsAfterTheLast() {
        var fortnightly = new Frequency(2, Unit.WEEKS);
        var quarterly = new Frequency(3, Unit.MONTHS);

        assertThat(fortnightly.after(LocalDate.of(2018, 2, 20))).isEqualTo("2018-03-06");
        assertThat(quarterly.after(LocalDate.of(2018, 11, 30))).isEqualTo("2019-02-28");
    }

    @Test
    void noBodyMeetsEveryNoWeeks() {
        assertThatThrownBy(() -> new Frequency(0, Unit.WEEKS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not 0");
    }
}
