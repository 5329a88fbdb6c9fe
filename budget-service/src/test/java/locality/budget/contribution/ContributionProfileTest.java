package locality.budget.contribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import locality.budget.contribution.ContributionProfile.Due;
import locality.platform.money.FinancialYear;
import locality.platform.money.Pence;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ContributionProfileTest {

    private static final FinancialYear YEAR = FinancialYear.parse("2014/15");

    @Test
    @Tag("B1")
    void paysTheBetterCareFundOfManchesterOverTwelveMonthsToThePenny() {
        var instalments =
                ContributionProfile.MONTHLY_12.instalments(YEAR, Pence.of(3_267_100_000L));

        assertThat(instalments.subList(0, 4))
                .extracting(Instalment::amountPence)
                .containsOnly(Pence.of(272_258_334));
        assertThat(instalments.subList(4, 12))
                .extracting(Instalment::amountPence)
                .containsOnly(Pence.of(272_258_333));
        assertThat(instalments.getFirst().dueOn()).isEqualTo(LocalDate.of(2014, 4, 1));
        assertThat(instalments.getLast().dueOn()).isEqualTo(LocalDate.of(2015, 3, 1));
    }

    @Test
    void paysQuarterlyOnTheFirstOfEachQuarter() {
        assertThat(ContributionProfile.QUARTERLY_4.instalments(YEAR, Pence.of(10)))
                .containsExactly(
                        new Instalment(1, LocalDate.of(2014, 4, 1), Pence.of(3)),
                        new Instalment(2, LocalDate.of(2014, 7, 1), Pence.of(3)),
                        new Instalment(3, LocalDate.of(2014, 10, 1), Pence.of(2)),
                        new Instalment(4, LocalDate.of(2015, 1, 1), Pence.of(2)));
    }

    @Test
    void refusesInstalmentsThatDoNotSumToTheYear() {
        var dues = List.of(new Due(LocalDate.of(2014, 4, 1), Pence.of(60)));

        assertThatThrownBy(() -> ContributionProfile.agreed(YEAR, Pence.of(100), dues))
                .isInstanceOf(ContributionRefusal.InstalmentsDoNotSum.class)
                .hasMessage("The instalments sum to 60, the year is 100");
    }

    @Test
    void takesNoInstalmentOfNothingAndNoneOutsideTheYear() {
        var whole = Pence.of(100);
        var june = LocalDate.of(2014, 6, 1);

        assertThatThrownBy(
                        () ->
                                ContributionProfile.agreed(
                                        YEAR,
                                        whole,
                                        List.of(
                                                new Due(june, Pence.of(150)),
                                                new Due(june, Pence.of(-50)))))
                .isInstanceOf(ContributionRefusal.InstalmentNotPositive.class);
        assertThatThrownBy(
                        () ->
                                ContributionProfile.agreed(
                                        YEAR,
                                        whole,
                                        List.of(new Due(LocalDate.of(2015, 4, 1), whole))))
                .isInstanceOf(ContributionRefusal.OutsideTheYear.class)
                .hasMessage("2015-04-01 does not lie in 2014/15, the year of the fund");
    }
}
