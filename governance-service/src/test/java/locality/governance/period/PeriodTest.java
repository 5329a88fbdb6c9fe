package locality.governance.period;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PeriodTest {

    private static final LocalDate APRIL = LocalDate.of(2014, 4, 1);

    @Test
    void holdsFromItsFirstDayToItsLast() {
        var month = days(0, 29);

        assertThat(month.holdsOn(APRIL.minusDays(1))).isFalse();
        assertThat(month.holdsOn(APRIL)).isTrue();
        assertThat(month.holdsOn(APRIL.plusDays(29))).isTrue();
        assertThat(month.holdsOn(APRIL.plusDays(30))).isFalse();
        assertThat(days(0, null).holdsOn(APRIL.plusYears(99))).isTrue();
    }

    @Test
    void twoHaveTheDaysInCommonThatAreInBoth() {
        assertThat(days(0, null).common(days(5, null))).contains(days(5, null));
        assertThat(days(5, 9).common(days(0, null))).contains(days(5, 9));
        assertThat(days(0, 5).common(days(5, 9))).contains(days(5, 5));
        assertThat(days(0, 4).common(days(5, 9))).isEmpty();
        assertThat(days(5, 9).overlaps(days(0, 4))).isFalse();
    }

    @Test
    void oneThatEndsBeforeItBeginsHasNoDays() {
        var none = days(0, -1);

        assertThat(none.holdsOn(APRIL)).isFalse();
        assertThat(none.overlaps(days(-9, null))).isFalse();
        assertThat(none.overlaps(none)).isFalse();
    }

    private static Period days(int first, @Nullable Integer last) {
        return new Period(APRIL.plusDays(first), last == null ? null : APRIL.plusDays(last));
    }
}
