package locality.governance.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class DueLawsTest {

    @Property
    void aMonthIsOverdueOnNoDayOfItAndOnEveryDayAfter(
            @ForAll @IntRange(min = 1, max = 12) int month,
            @ForAll @IntRange(min = 2013, max = 2030) int year,
            @ForAll @IntRange(min = 1, max = 400) int daysAfter) {
        var due = Due.of("%d-%02d".formatted(year, month), null, null);
        var first = LocalDate.of(year, month, 1);

        assertThat(first.datesUntil(first.plusMonths(1)).noneMatch(due::isPastOn)).isTrue();
        assertThat(due.isPastOn(first.plusMonths(1).minusDays(1).plusDays(daysAfter))).isTrue();
        assertThat(Due.of(first.plusDays(9).toString(), DuePrecision.MONTH, null)).isEqualTo(due);
    }
}
