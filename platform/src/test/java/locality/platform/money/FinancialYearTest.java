package locality.platform.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class FinancialYearTest {

    @Test
    void runsFromAprilToMarch() {
        var year = FinancialYear.parse("2014/15");

        assertThat(year.start()).isEqualTo("2014-04-01");
        assertThat(year.end()).isEqualTo("2015-03-31");
        assertThat(FinancialYear.of(LocalDate.of(2015, 3, 31))).isEqualTo(year);
        assertThat(FinancialYear.of(LocalDate.of(2015, 4, 1))).isEqualTo(year.next());
    }

    @Test
    void countsItsPeriodsFromApril() {
        var year = FinancialYear.parse("2014/15");

        assertThat(year.periodOf(LocalDate.of(2014, 4, 30))).isEqualTo(1);
        assertThat(year.periodOf(LocalDate.of(2014, 12, 1))).isEqualTo(9);
        assertThat(year.periodOf(LocalDate.of(2015, 3, 31))).isEqualTo(12);
        assertThatThrownBy(() -> year.periodOf(LocalDate.of(2015, 4, 1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void isWrittenAsTwoConsecutiveYears() {
        assertThat(FinancialYear.parse("1999/00")).hasToString("1999/00");
        assertThatThrownBy(() -> FinancialYear.parse("2014/16"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> FinancialYear.parse("2014-15"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
