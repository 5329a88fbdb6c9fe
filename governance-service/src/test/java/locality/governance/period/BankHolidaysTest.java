package locality.governance.period;

import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.temporal.TemporalAdjusters.firstInMonth;
import static java.time.temporal.TemporalAdjusters.lastInMonth;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Month;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import locality.governance.period.BankHolidays.BankHoliday;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class BankHolidaysTest {

    private static final Map<LocalDate, LocalDate> MOVED =
            Map.of(
                    day(2012, 5, 28), day(2012, 6, 4),
                    day(2020, 5, 4), day(2020, 5, 8),
                    day(2022, 5, 30), day(2022, 6, 2));
    private static final Set<LocalDate> EXTRA =
            Set.of(day(2012, 6, 5), day(2022, 6, 3), day(2022, 9, 19), day(2023, 5, 8));

    /// The list is typed; what it must contain follows from the rules and the Crown's exceptions.
    @Test
    @Tag("G17")
    void theListIsWhatTheRulesAndTheProclamationsMakeIt() {
        var expected =
                IntStream.rangeClosed(2012, 2028)
                        .mapToObj(BankHolidaysTest::byRule)
                        .flatMap(Set::stream)
                        .map(holiday -> MOVED.getOrDefault(holiday, holiday))
                        .collect(Collectors.toCollection(TreeSet::new));
        expected.addAll(EXTRA);

        var listed =
                BankHolidays.between(day(2012, 1, 1), day(2028, 12, 31)).stream()
                        .map(BankHoliday::date)
                        .toList();

        assertThat(listed).containsExactlyElementsOf(expected).hasSize(140);
        assertThat(listed).noneMatch(BankHolidaysTest::isWeekend);
    }

    @Test
    void saysWhatADayIsFor() {
        assertThat(BankHolidays.titleOf(day(2014, 4, 18))).contains("Good Friday");
        assertThat(BankHolidays.titleOf(day(2014, 4, 17))).isEmpty();
    }

    @Test
    void knowsNoneOfAYearThatIsNotPublished() {
        assertThat(BankHolidays.isOne(day(2011, 12, 26))).isFalse();
        assertThat(BankHolidays.between(day(2029, 1, 1), day(2029, 12, 31))).isEmpty();
    }

    private static Set<LocalDate> byRule(int year) {
        var easter = easter(year);
        var holidays = new TreeSet<LocalDate>();
        holidays.add(easter.minusDays(2));
        holidays.add(easter.plusDays(1));
        holidays.add(LocalDate.of(year, Month.MAY, 1).with(firstInMonth(MONDAY)));
        holidays.add(LocalDate.of(year, Month.MAY, 1).with(lastInMonth(MONDAY)));
        holidays.add(LocalDate.of(year, Month.AUGUST, 1).with(lastInMonth(MONDAY)));
        // A fixed day that falls on a weekend is kept on the next weekday that is not one already.
        for (var fixed : Set.of(day(year, 1, 1), day(year, 12, 25), day(year, 12, 26))) {
            if (!isWeekend(fixed)) {
                holidays.add(fixed);
            }
        }
        for (var fixed : Set.of(day(year, 1, 1), day(year, 12, 25), day(year, 12, 26))) {
            var kept = fixed;
            while (isWeekend(kept) || !kept.equals(fixed) && holidays.contains(kept)) {
                kept = kept.plusDays(1);
            }
            holidays.add(kept);
        }
        return holidays;
    }

    /// Easter Sunday by the anonymous Gregorian computus.
    private static LocalDate easter(int year) {
        int golden = year % 19;
        int century = year / 100;
        int inCentury = year % 100;
        int correction = (century - (century + 8) / 25 + 1) / 3;
        int epact = (19 * golden + century - century / 4 - correction + 15) % 30;
        int weekday = (32 + 2 * (century % 4) + 2 * (inCentury / 4) - epact - inCentury % 4) % 7;
        int shift = (golden + 11 * epact + 22 * weekday) / 451;
        int days = epact + weekday - 7 * shift + 114;
        return LocalDate.of(year, days / 31, days % 31 + 1);
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == SATURDAY || day.getDayOfWeek() == SUNDAY;
    }

    private static LocalDate day(int year, int month, int day) {
        return LocalDate.of(year, month, day);
    }
}
