package locality.intervention.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import locality.platform.refusal.Malformed;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@NullUnmarked
@Tag("R8")
class ObservationCsvTest {

    private static final LocalDate TODAY = LocalDate.of(2014, 6, 15);

    @Test
    void readsMonthsByTheirNameOrTheirFirstDay() {
        var observed =
                read(
                        Frequency.MONTH,
                        Aggregation.FLOW,
                        "period,value\n2014-03,142\n2014-04-01,1.5");

        assertThat(observed)
                .containsExactly(
                        new Observed(LocalDate.of(2014, 3, 1), new BigDecimal("142"), null, null),
                        new Observed(LocalDate.of(2014, 4, 1), new BigDecimal("1.5"), null, null));
    }

    @Test
    void takesAnEmptyValueForAMissingOne() {
        var observed = read(Frequency.MONTH, Aggregation.FLOW, "period,value\n2014-03,");

        assertThat(observed.getFirst().value()).isNull();
    }

    @Test
    void computesARatioFromItsParts() {
        var observed =
                read(
                        Frequency.MONTH,
                        Aggregation.RATIO,
                        "period,value,numerator,denominator\n2014-03,,19,20");

        assertThat(observed.getFirst().value()).isEqualByComparingTo("0.95");
    }

    @Test
    void namesEveryFaultByLineAndColumn() {
        var file =
                """
                period,value,numerator,denominator
                2014-03,1,,
                2014-03,2,,
                2014-04-02,3,,
                March,4,,
                2014-05,"1,000",,
                2014-07,5,,
                2014-02,6,7,
                2014-01,8,9,0
                """;

        assertThat(faults(Frequency.MONTH, Aggregation.FLOW, file))
                .containsExactly(
                        "line 3, period: 2014-03-01 stands in line 2 too",
                        "line 4, period: \"2014-04-02\": a month begins on the first of a month",
                        "line 5, period: \"March\": a period is written YYYY-MM-DD or YYYY-MM",
                        "line 6, value: \"1,000\": a number is digits and at most one point,"
                                + " without commas or a unit",
                        "line 7, period: 2014-07-01 lies in the future",
                        "line 8, denominator: is empty, but the other of the two is not",
                        "line 9, denominator: must be more than zero");
    }

    @Test
    void takesNoPeriodBeforeTheYear1900() {
        assertThat(
                        faults(
                                Frequency.MONTH,
                                Aggregation.FLOW,
                                "period,value\n0014-01,142\n1900-01,1"))
                .containsExactly("line 2, period: 0014-01-01 lies before 1900-01-01");
    }

    @Test
    void takesARatioThatIsItsPartsAsFarAsItIsWrittenOut() {
        var file =
                """
                period,value,numerator,denominator
                2014-01,0.897,29287,32645
                2014-02,0.8971358554143055,29287,32645
                2014-03,0.896,29287,32645
                2014-04,89.7,29287,32645
                """;

        assertThat(faults(Frequency.MONTH, Aggregation.RATIO, file))
                .containsExactly(
                        "line 4, value: 0.896 is not 29287 divided by 32645",
                        "line 5, value: 89.7 is not 29287 divided by 32645");
    }

    @Test
    void computesNoRatioThatIsTooFineOrTooLargeToBeAMeasurement() {
        var header = "period,value,numerator,denominator\n";

        var fine =
                read(
                        Frequency.MONTH,
                        Aggregation.RATIO,
                        header + "2014-01,,0.000000000000000001,3000000000000000");

        assertThat(fine.getFirst().value().scale()).isEqualTo(30);
        assertThat(
                        faults(
                                Frequency.MONTH,
                                Aggregation.RATIO,
                                header + "2014-01,,999999999999999999,0.000000000000000001"))
                .containsExactly("line 2, denominator: is too small to divide this numerator by");
    }

    @Test
    void takesARatioWithoutItsParts() {
        var observed = read(Frequency.MONTH, Aggregation.RATIO, "period,value\n2014-03,0.95");

        assertThat(observed.getFirst().value()).isEqualByComparingTo("0.95");
        assertThat(observed.getFirst().denominator()).isNull();
    }

    @Test
    void countsWeeksFromTheSameWeekday() {
        var file = "period,value\n2014-03-07,1\n2014-03-14,2\n2014-03-20,3";

        assertThat(faults(Frequency.WEEK, Aggregation.FLOW, file))
                .containsExactly(
                        "line 4, period: 2014-03-20 is a THURSDAY, the first week begins on a"
                                + " FRIDAY");
    }

    @ParameterizedTest
    @CsvSource({
        "DAY, 2014-03-14, true",
        "WEEK, 2014-03-10, true",
        "WEEK, 2014-03-14, true",
        "MONTH, 2014-03, true",
        "MONTH, 2014-03-14, false",
        "QUARTER, 2014-04, true",
        "QUARTER, 2014-03, false",
        "YEAR, 2014-01-01, true",
        "YEAR, 2013-04-01, true",
        "YEAR, 2013-05-01, false"
    })
    void knowsOnWhichDaysAPeriodBegins(Frequency frequency, String period, boolean begins) {
        var file = "period,value\n%s,1".formatted(period);

        if (begins) {
            assertThat(read(frequency, Aggregation.FLOW, file)).hasSize(1);
        } else {
            assertThat(faults(frequency, Aggregation.FLOW, file)).hasSize(1);
        }
    }

    private static List<Observed> read(Frequency frequency, Aggregation aggregation, String file) {
        var indicator = new Indicator();
        indicator.frequency = frequency;
        indicator.aggregation = aggregation;
        return new ObservationCsv(indicator, TODAY).read(file);
    }

    @SuppressWarnings("unchecked")
    private static List<String> faults(Frequency frequency, Aggregation aggregation, String file) {
        var refused = new ArrayList<String>();
        assertThatThrownBy(() -> read(frequency, aggregation, file))
                .isInstanceOfSatisfying(
                        Malformed.class,
                        malformed ->
                                ((List<Malformed.Fault>) malformed.operands().get("errors"))
                                        .forEach(f -> refused.add(f.where() + ": " + f.message())));
        return refused;
    }
}
