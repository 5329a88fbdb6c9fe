package locality.budget.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import locality.platform.refusal.Malformed;
import org.junit.jupiter.api.Test;

class PlaceTest {

    @Test
    void comesBackAsItWasWritten() {
        var place = new Place(LocalDate.of(2014, 6, 30), 17, 2);

        assertThat(Place.parse(place.toString())).isEqualTo(place);
        assertThat(Place.parse(null)).isEqualTo(Place.START);
    }

    @Test
    void isRefusedWhenItIsNoPlace() {
        for (var none : new String[] {"17", "2014-06-30_17", "2014-06-31_17_1", "_1_1", ""}) {
            assertThatThrownBy(() -> Place.parse(none)).as(none).isInstanceOf(Malformed.class);
        }
    }
}
