package locality.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The demo's money")
class MoneyTest {

    @Test
    void holdsTheBetterCareFundInSixLinesThatSumToItsTotals() {
        assertThat(plannedPence("manchester/bcf-2014-15-lines.csv"))
                .containsExactly(
                        500_000_000L, 999_800_000L, 296_700_000L, 148_500_000L, 0L, 1_322_100_000L)
                .satisfies(pence -> assertThat(sum(pence)).isEqualTo(3_267_100_000L));
        assertThat(plannedPence("manchester/bcf-2015-16-lines.csv"))
                .containsExactly(
                        500_000_000L,
                        999_800_000L,
                        296_700_000L,
                        148_500_000L,
                        200_000_000L,
                        2_144_000_000L)
                .satisfies(pence -> assertThat(sum(pence)).isEqualTo(4_289_000_000L));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "manchester/bcf-2014-15-lines.csv",
                "manchester/bcf-2015-16-lines.csv",
                "manchester/programme-office-2014-15-lines.csv",
                "rochdale/shadow-pool-2018-19-lines.csv",
                "rochdale/transformation-fund-2018-19-lines.csv"
            })
    void givesEveryPlanATotalRowThatIsItsSum(String file) {
        var total = Table.of(file).where("scheme", "TOTAL").findFirst().orElseThrow();

        assertThat(Table.whole(total, "plannedPence")).isEqualTo(sum(plannedPence(file)));
    }

    @ParameterizedTest
    @CsvSource({"MCR-BCF-2014-15, 3267100000", "MCR-BCF-2015-16, 4289000000"})
    void schedulesContributionsThatPayForTheWholePlan(String fund, long planned) {
        var paid =
                Sent.to("/funds/" + fund + "/contributions")
                        .mapToLong(sent -> sent.body().path("annualPence").asLong())
                        .sum();

        assertThat(paid).isEqualTo(planned);
    }

    @ParameterizedTest
    @CsvSource({"MCR-BCF-2014-15, 3267100000", "MCR-BCF-2015-16, 4289000000"})
    void hasEachPlanApprovedInFullWithTheOwnersSharesSummingToIt(String fund, long planned) {
        var decision =
                Sent.to("/meetings/[^/]+/items")
                        .map(sent -> sent.body().path("decision"))
                        .filter(one -> one.at("/subject/id").asText().equals(fund))
                        .findFirst()
                        .orElseThrow();

        assertThat(decision.path("valuePence").asLong()).isEqualTo(planned);
        assertThat(Sent.elements(decision.path("owners")))
                .extracting(owner -> owner.path("sharePence").asLong())
                .satisfies(shares -> assertThat(sum(shares)).isEqualTo(planned));
    }

    @Test
    void statesTheCareBillsTableInItsOwnWordsWithItsNegativeLine() {
        assertThat(stated("manchester/care-bill-figures.csv"))
                .startsWith("33", "181", "360", "0", "271", "54", "88", "437", "48", "72", "27")
                .containsSequence("50", "-148", "544", "1,473", "2,017");
    }

    @Test
    void plansTheProgrammeOfficeOfWhichTheEightPartnersPayMore() {
        var planned = plannedPence("manchester/programme-office-2014-15-lines.csv");
        var paid =
                Sent.to("/funds/MCR-LLLB-PO-2014-15/contributions")
                        .map(sent -> sent.body().path("annualPence").asLong())
                        .toList();

        assertThat(planned).hasSize(8);
        assertThat(sum(planned)).isEqualTo(28_718_500L);
        assertThat(paid).hasSize(8).containsOnly(5_000_000L);
        assertThat(sum(paid) - sum(planned)).isEqualTo(11_281_500L);
        assertThat(stated("manchester/programme-office-figures.csv"))
                .contains("c£40K", "£287,185", "£400k");
    }

    @Test
    void holdsEveryComparisonAgainstWhatItStates() {
        assertThat(Sent.to("/comparisons"))
                .hasSize(17)
                .allSatisfy(
                        sent -> {
                            assertThat(sent.body().path("terms")).isNotEmpty();
                            assertThat(sent.body().path("against")).hasSize(1);
                        });
    }

    private static List<Long> plannedPence(String file) {
        return Table.of(file).rows().stream()
                .filter(row -> !Table.isTotal(row))
                .map(row -> Table.whole(row, "plannedPence"))
                .toList();
    }

    private static List<String> stated(String file) {
        return Table.of(file).rows().stream().map(row -> row.get("stated")).toList();
    }

    private static long sum(List<? extends Long> pence) {
        return pence.stream().mapToLong(Long::longValue).sum();
    }
}
