package locality.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The demo's activity")
class ActivityTest {

    @Test
    void givesEveryMonthlySeriesThirtySixMonths() {
        var series =
                Sent.to("/indicators/[^/]+-AE-(4HOUR|4HOUR-T1|ATTENDANCES|ADMISSIONS)/observations")
                        .map(sent -> Table.parsed(sent.content()).rows())
                        .toList();

        assertThat(series).hasSize(3 * 7 + 1);
        assertThat(series)
                .allSatisfy(
                        rows ->
                                assertThat(rows)
                                        .hasSize(36)
                                        .extracting(row -> row.getOrDefault("period", ""))
                                        .isSorted()
                                        .startsWith("2016-04-01")
                                        .endsWith("2019-03-01"));
    }

    @ParameterizedTest
    @CsvSource({
        "manchester/ae-, RW3 RM2 R0A",
        "rochdale/ae-, RW6",
        "activity/bolton-ae-, RMC",
        "activity/salford-ae-, RM3",
        "activity/stockport-ae-, RWJ",
        "activity/tameside-ae-, RMP",
        "activity/wigan-ae-, RRF"
    })
    void derivesEverySeriesFromTheFiguresAsPublished(String files, String trusts) {
        var published =
                Table.of("activity/ae_attendances_gm_england.csv").rows().stream()
                        .filter(row -> Set.of(trusts.split(" ")).contains(row.get("org_code")))
                        .toList();

        assertThat(column(files + "attendances.csv", "value"))
                .isEqualTo(byPeriod(published, "attendances"));
        assertThat(column(files + "admissions.csv", "value"))
                .isEqualTo(byPeriod(published, "admissions"));
        assertThat(column(files + "4hour.csv", "denominator"))
                .isEqualTo(byPeriod(published, "attendances"));
        var withinFourHours = byPeriod(published, "attendances");
        byPeriod(published, "breaches").forEach((p, b) -> withinFourHours.merge(p, -b, Long::sum));
        assertThat(column(files + "4hour.csv", "numerator")).isEqualTo(withinFourHours);
    }

    @Test
    void derivesEverySumOfThePublishedFigures() {
        assertThat(Sent.to("/indicators/[^/]+-AE-[^/]+/observations"))
                .hasSize(3 * 7 + 1)
                .allSatisfy(sent -> assertThat(sent.query()).containsOnlyKeys("formula"));
    }

    @Test
    void storesTheOneDayThatIsStatedAsStated() {
        assertThat(column("manchester/stated-daily-admissions.csv", "value"))
                .isEqualTo(Map.of("2014-03-14", 142L));
    }

    @Test
    void holdsTheComparisonsOfThreeMonthsAsFactsAndNotAsObservationsOfAPeriod() {
        var stated = Table.of("stated/draft-dashboard.csv");

        assertThat(stated.rows())
                .extracting(row -> Table.whole(row, "lastThreeMonths"))
                .containsExactly(36_261L, 10_664L);
        assertThat(stated.rows())
                .extracting(row -> Table.whole(row, "yearBefore"))
                .containsExactly(36_096L, 9_372L);
        assertThat(Sent.to("/indicators").map(sent -> sent.text("frequency")))
                .containsOnly("MONTH", "DAY");
    }

    private static Map<String, Long> byPeriod(List<Map<String, String>> rows, String column) {
        return rows.stream()
                .collect(
                        Collectors.toMap(
                                row -> row.getOrDefault("period", ""),
                                row -> Table.whole(row, column),
                                Long::sum,
                                TreeMap::new));
    }

    private static Map<String, Long> column(String file, String column) {
        return byPeriod(Table.of(file).rows(), column);
    }
}
