package locality.budget.contribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import locality.platform.money.FinancialYear;
import locality.platform.money.Pence;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

/// However much a partner pays, the instalments are the year, to the penny.
class ContributionProfileLawsTest {

    private static final FinancialYear YEAR = FinancialYear.parse("2014/15");

    @Property
    void instalmentsSumToTheYearAndOddPenniesComeFirst(
            @ForAll @LongRange(min = 1, max = 10_000_000_000L) long annual) {
        for (var profile :
                List.of(ContributionProfile.MONTHLY_12, ContributionProfile.QUARTERLY_4)) {
            var amounts =
                    profile.instalments(YEAR, Pence.of(annual)).stream()
                            .map(Instalment::amountPence)
                            .toList();

            assertThat(Pence.sum(amounts)).isEqualTo(Pence.of(annual));
            assertThat(amounts).isSortedAccordingTo((a, b) -> b.compareTo(a));
            assertThat(amounts.getFirst().minus(amounts.getLast()).exceeds(Pence.of(1))).isFalse();
        }
    }
}
