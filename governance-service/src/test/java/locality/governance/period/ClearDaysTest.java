package locality.governance.period;

import static locality.governance.period.ClearDays.CALENDAR;
import static locality.governance.period.ClearDays.WORKING;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ClearDaysTest {

    private static final LocalDate WEDNESDAY = LocalDate.of(2014, 5, 14);
    private static final LocalDate FIRST = LocalDate.of(2012, 1, 1);

    @Test
    @Tag("G17")
    void aClearDayExcludesTheDayOfNoticeAndTheDayOfTheMeeting() {
        assertThat(CALENDAR.between(WEDNESDAY.minusDays(6), WEDNESDAY)).isEqualTo(5);
        assertThat(CALENDAR.between(WEDNESDAY.minusDays(1), WEDNESDAY)).isZero();
        assertThat(CALENDAR.between(WEDNESDAY, WEDNESDAY)).isNegative();
    }

    @Test
    @Tag("G17")
    void whetherWeekendsAndBankHolidaysCountIsSaidForEachRule() {
        var friday = LocalDate.of(2018, 5, 4);
        var monday = LocalDate.of(2018, 5, 14);

        assertThat(CALENDAR.between(friday, monday)).isEqualTo(9);
        assertThat(new ClearDays(false, true).between(friday, monday)).isEqualTo(5);
        assertThat(new ClearDays(true, false).between(friday, monday)).isEqualTo(8);
        assertThat(WORKING.between(friday, monday)).isEqualTo(4);
    }

    @Test
    @Tag("G17")
    void fiveClearWorkingDaysBeforeAMondayAreGivenByTheSundayEightDaysEarlier() {
        assertThat(WORKING.lastDayOfNotice(LocalDate.of(2018, 6, 18), 5))
                .isEqualTo(LocalDate.of(2018, 6, 10));
        assertThat(WORKING.lastDayOfNotice(LocalDate.of(2018, 5, 14), 5))
                .isEqualTo(LocalDate.of(2018, 5, 3));
    }

    @Property
    void theLastDayOfNoticeIsInTimeAndTheNextIsNot(
            @ForAll @IntRange(max = 6000) int day,
            @ForAll @IntRange(max = 40) int clearDays,
            @ForAll boolean weekends,
            @ForAll boolean bankHolidays) {
        var heldOn = FIRST.plusDays(day);
        var rule = new ClearDays(weekends, bankHolidays);

        var last = rule.lastDayOfNotice(heldOn, clearDays);

        assertThat(rule.between(last, heldOn)).isGreaterThanOrEqualTo(clearDays);
        assertThat(rule.between(last.plusDays(1), heldOn)).isLessThan(clearDays);
    }

    @Property
    void asManyClearDaysLieBetweenADayAndTheOneAfterTheLastOfThem(
            @ForAll @IntRange(max = 6000) int day,
            @ForAll @IntRange(max = 40) int clearDays,
            @ForAll boolean weekends,
            @ForAll boolean bankHolidays) {
        var from = FIRST.plusDays(day);
        var rule = new ClearDays(weekends, bankHolidays);

        var last = rule.lastDayAfter(from, clearDays);

        assertThat(rule.between(from, last.plusDays(1))).isEqualTo(clearDays);
        assertThat(clearDays == 0 ? from.equals(last) : rule.counts(last)).isTrue();
    }

    @Property
    void earlierNoticeNeverLeavesFewerClearDays(
            @ForAll @IntRange(max = 6000) int day, @ForAll @IntRange(max = 60) int ahead) {
        var heldOn = FIRST.plusDays(day);
        var noticed = heldOn.minusDays(ahead);

        assertThat(WORKING.between(noticed.minusDays(1), heldOn))
                .isGreaterThanOrEqualTo(WORKING.between(noticed, heldOn))
                .isLessThanOrEqualTo(CALENDAR.between(noticed.minusDays(1), heldOn));
    }
}
