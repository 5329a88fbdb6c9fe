package locality.governance.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import locality.platform.money.FinancialYear;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("G44")
class ForecastTest {

    @Test
    void aMonthAndAQuarterMeanTheirLastDay() {
        assertThat(Forecast.of("2018-06", null, null))
                .isEqualTo(new Forecast(Precision.MONTH, LocalDate.of(2018, 6, 30), null));
        assertThat(Forecast.of("2016/17-Q2", null, null))
                .isEqualTo(new Forecast(Precision.QUARTER, LocalDate.of(2016, 9, 30), null));
        assertThat(Forecast.of("2016/17-Q4", null, null).lastDay())
                .isEqualTo(LocalDate.of(2017, 3, 31));
        assertThat(Forecast.of("2018-06-18", null, null))
                .isEqualTo(Forecast.on(LocalDate.of(2018, 6, 18)));
    }

    @Test
    void aDayMayStandForItsMonthAndItsQuarter() {
        assertThat(Forecast.of("2018-05-14", Precision.MONTH, null).written()).isEqualTo("2018-05");
        assertThat(Forecast.of("2018-05-14", Precision.QUARTER, null).written())
                .isEqualTo("2018/19-Q1");
        assertThat(Forecast.of("2018-05", Precision.QUARTER, null).lastDay())
                .isEqualTo(LocalDate.of(2018, 6, 30));
    }

    @Test
    void whatHasNoDateIsFlagged() {
        assertThat(Forecast.of(null, null, null).precision()).isEqualTo(Precision.UNDATED);
        assertThat(Forecast.of(null, null, null).flags()).containsExactly("UNDATED");
        assertThat(Forecast.of(null, Precision.ONGOING, null).flags())
                .containsExactly("NO_REVIEW_DATE");
        assertThat(Forecast.of(null, null, LocalDate.of(2018, 9, 3)))
                .isEqualTo(new Forecast(Precision.ONGOING, null, LocalDate.of(2018, 9, 3)))
                .returns(List.of(), Forecast::flags);
    }

    @Test
    void whatDoesNotFitIsRefused() {
        var review = LocalDate.of(2018, 9, 3);
        unclear("2018-06", Precision.DAY, null);
        unclear("2016/17-Q2", Precision.MONTH, null);
        unclear("2018-06-18", Precision.DAY, review);
        unclear("2018-06-18", Precision.ONGOING, null);
        unclear("2018-06-18", Precision.UNDATED, null);
        unclear(null, Precision.MONTH, null);
        unclear(null, Precision.UNDATED, review);
    }

    @Test
    void whatIsNoDateIsRefused() {
        for (var none : List.of("soon", "2018-13", "2018-02-30", "2016/18-Q2", "2016/17-Q5", "")) {
            assertThatThrownBy(() -> Forecast.of(none, null, null))
                    .isInstanceOfSatisfying(
                            PlanRefusal.ForecastNotADate.class,
                            no -> {
                                assertThat(no.code()).isEqualTo("FORECAST_NOT_A_DATE");
                                assertThat(no.operands()).isEqualTo(Map.of("forecast", none));
                            });
        }
    }

    @Property
    void whatIsWrittenIsReadAsTheSame(
            @ForAll @IntRange(min = 2000, max = 2040) int year,
            @ForAll @IntRange(min = 1, max = 365) int dayOfYear) {
        var day = LocalDate.ofYearDay(year, dayOfYear);
        for (var precision : List.of(Precision.DAY, Precision.MONTH, Precision.QUARTER)) {
            var forecast = Forecast.of(day.toString(), precision, null);

            assertThat(Forecast.of(forecast.written(), null, null)).isEqualTo(forecast);
            assertThat(forecast.lastDay()).isAfterOrEqualTo(day);
        }
    }

    @Property
    void everyDayIsInOneQuarterOfItsYear(
            @ForAll @IntRange(min = 2000, max = 2040) int year,
            @ForAll @IntRange(min = 1, max = 365) int dayOfYear) {
        var day = LocalDate.ofYearDay(year, dayOfYear);

        assertThat(Quarter.of(FinancialYear.of(day)))
                .filteredOn(one -> !day.isBefore(one.first()) && !day.isAfter(one.last()))
                .containsExactly(Quarter.of(day));
    }

    private static void unclear(
            @Nullable String forecast, Precision precision, @Nullable LocalDate reviewOn) {
        var operands = new HashMap<String, Object>();
        operands.put("precision", precision);
        if (forecast != null) {
            operands.put("forecast", forecast);
        }
        if (reviewOn != null) {
            operands.put("reviewOn", reviewOn);
        }
        assertThatThrownBy(() -> Forecast.of(forecast, precision, reviewOn))
                .isInstanceOfSatisfying(
                        PlanRefusal.ForecastUnclear.class,
                        no -> {
                            assertThat(no.code()).isEqualTo("FORECAST_UNCLEAR");
                            assertThat(no.operands()).isEqualTo(operands);
                        });
    }
}
