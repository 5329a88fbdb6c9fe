package locality.governance.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import locality.governance.calendar.AttendanceCycle.State;
import locality.governance.calendar.AttendanceCycle.Window;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class AttendanceCycleTest {

    private static final LocalDate APRIL = LocalDate.of(2018, 4, 1);

    /// The chair of a provider's board joins the commissioning board quarterly.
    @Test
    @Tag("G17")
    void aQuarterThatWentByWithoutTheChairIsMissed() {
        var attended = new TreeMap<>(Map.of(LocalDate.of(2018, 5, 15), "RCH-ICB-2018-05-15"));

        var windows = quarterly().windows(attended, null, LocalDate.of(2018, 11, 20));

        assertThat(windows)
                .extracting(Window::state)
                .containsExactly(State.ATTENDED, State.MISSED, State.DUE);
        assertThat(windows.getFirst().meeting()).isEqualTo("RCH-ICB-2018-05-15");
        assertThat(windows.get(1).until()).isEqualTo("2018-09-30");
    }

    @Test
    void nothingIsExpectedAfterItsEnd() {
        var cycle = quarterly();
        cycle.untilDay = LocalDate.of(2018, 8, 31);

        var windows = cycle.windows(new TreeMap<>(), null, LocalDate.of(2019, 3, 31));

        assertThat(windows)
                .extracting(Window::until)
                .containsExactly(LocalDate.of(2018, 6, 30), LocalDate.of(2018, 8, 31));
    }

    @Test
    void nothingIsExpectedOnceTheSeatIsGone() {
        var gone = LocalDate.of(2018, 9, 1);

        var windows = quarterly().windows(new TreeMap<>(), gone, LocalDate.of(2019, 3, 31));

        assertThat(windows)
                .extracting(Window::until)
                .containsExactly(LocalDate.of(2018, 6, 30), LocalDate.of(2018, 8, 31));
    }

    @Property
    void everyDayLiesInOneWindow(
            @ForAll @IntRange(max = 2000) int start,
            @ForAll @IntRange(min = 1, max = 12) int every) {
        var cycle = quarterly();
        cycle.fromDay = APRIL.plusDays(start);
        cycle.everyMonths = every;

        var windows = cycle.windows(new TreeMap<>(), null, cycle.fromDay.plusYears(5));

        assertThat(windows.getFirst().from()).isEqualTo(cycle.fromDay);
        for (int next = 1; next < windows.size(); next++) {
            assertThat(windows.get(next).from())
                    .isEqualTo(windows.get(next - 1).until().plusDays(1));
        }
    }

    private static AttendanceCycle quarterly() {
        var cycle = new AttendanceCycle();
        cycle.seat = "LCO-CHAIR";
        cycle.everyMonths = 3;
        cycle.fromDay = APRIL;
        return cycle;
    }
}
