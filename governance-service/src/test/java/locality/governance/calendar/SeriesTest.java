package locality.governance.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import locality.governance.body.Frequency;
import locality.governance.body.Frequency.Unit;
import locality.governance.period.ClearDays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SeriesTest {

    private static final Frequency MONTHLY = new Frequency(1, Unit.MONTHS);
    private static final Frequency FORTNIGHTLY = new Frequency(2, Unit.WEEKS);

    @Test
    @Tag("G17")
    void aFirstMeetingOnTheSecondTuesdayPutsAllOnTheSecondTuesday() {
        assertThat(Series.dates(MONTHLY, day(2018, 4, 10), day(2018, 8, 31)))
                .containsExactly(
                        day(2018, 4, 10),
                        day(2018, 5, 8),
                        day(2018, 6, 12),
                        day(2018, 7, 10),
                        day(2018, 8, 14));
    }

    @Test
    void aFirstMeetingOnAFifthWeekdayPutsAllOnTheLast() {
        assertThat(Series.dates(MONTHLY, day(2018, 5, 31), day(2018, 8, 31)))
                .containsExactly(
                        day(2018, 5, 31), day(2018, 6, 28), day(2018, 7, 26), day(2018, 8, 30));
    }

    @Test
    @Tag("G17")
    void everyTwoWeeksIsEveryTwoWeeksFromTheFirst() {
        assertThat(Series.dates(FORTNIGHTLY, day(2014, 6, 4), day(2014, 7, 2)))
                .containsExactly(day(2014, 6, 4), day(2014, 6, 18), day(2014, 7, 2));
    }

    @Test
    @Tag("G17")
    void aBankHolidayIsMovedToTheNextWorkingDayAndSaysSo() {
        var date = day(2018, 5, 7);

        var slot = Series.slot(date, at(2018, 4, 2), Cycle.of(MONTHLY, date));

        assertThat(slot.startsAt()).isEqualTo(at(2018, 5, 8));
        assertThat(slot.instead()).isEqualTo(date);
        assertThat(slot.because()).isEqualTo("Early May bank holiday");
    }

    @Test
    void aBankHolidayThatEndsItsCycleIsMovedToTheWorkingDayBefore() {
        var fridayBeforeEaster = day(2024, 3, 29);

        var slot =
                Series.slot(
                        fridayBeforeEaster, at(2024, 1, 26), Cycle.of(MONTHLY, fridayBeforeEaster));

        assertThat(slot.startsAt()).isEqualTo(at(2024, 3, 28));
        assertThat(slot.because()).isEqualTo("Good Friday");
    }

    @Property
    void everyDateLiesInACycleOfItsOwnAndIsMetInIt(
            @ForAll @IntRange(max = 4000) int start,
            @ForAll @IntRange(min = 1, max = 12) int every,
            @ForAll Unit unit) {
        var frequency = new Frequency(every, unit);
        var first = day(2013, 1, 1).plusDays(start);

        var dates = Series.dates(frequency, first, first.plusYears(2)).toList();

        assertThat(dates.stream().map(date -> Cycle.of(frequency, date))).doesNotHaveDuplicates();
        assertThat(dates)
                .allSatisfy(
                        date -> {
                            var cycle = Cycle.of(frequency, date);
                            var slot = Series.slot(date, first.atTime(10, 0), cycle);
                            var met = slot.startsAt().toLocalDate();
                            assertThat(cycle.holds(date)).isTrue();
                            assertThat(cycle.holds(met)).isTrue();
                            assertThat(met.equals(date) || ClearDays.isWorkingDay(met)).isTrue();
                        });
    }

    private static LocalDate day(int year, int month, int day) {
        return LocalDate.of(year, month, day);
    }

    private static LocalDateTime at(int year, int month, int day) {
        return LocalDateTime.of(year, month, day, 14, 0);
    }
}
