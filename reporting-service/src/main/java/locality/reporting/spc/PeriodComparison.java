package locality.reporting.spc;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The latest three months against the same three a year earlier; of a running total, whose latest
/// value holds all before it, the latest month alone.
///
/// Counts are summed and compared in per cent; ratios are pooled (sum of numerators over sum of
/// denominators) and compared in percentage points. What is rounded is rounded once, half away from
/// zero, to one decimal: 36,261 against 36,096 is +0.5.
///
/// @param comparable false when a month is missing, or a pooled denominator is zero
/// @param change per cent for counts, percentage points for ratios; null when it cannot be said
/// @param changeRounded the same to one decimal
/// @param missing the months without a figure
@Schema(name = "PeriodComparison")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PeriodComparison(
        boolean comparable,
        List<LocalDate> latestWindow,
        List<LocalDate> priorWindow,
        @Nullable BigDecimal latest,
        @Nullable BigDecimal prior,
        ChangeUnit unit,
        @Nullable BigDecimal change,
        @Nullable BigDecimal changeRounded,
        List<LocalDate> missing) {

    private static final int MONTHS = 3;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /// What `change` is counted in.
    @Schema(name = "ChangeUnit")
    public enum ChangeUnit {
        PER_CENT,
        PERCENTAGE_POINTS
    }

    /// The months that are compared, and those of a year earlier.
    private record Windows(List<YearMonth> latest, List<YearMonth> prior) {

        static Windows of(YearMonth asOf, int months) {
            return new Windows(window(asOf, months), window(asOf.minusYears(1), months));
        }

        List<LocalDate> missing(Map<YearMonth, BigDecimal> byMonth) {
            return firstDays(
                    Stream.concat(prior.stream(), latest.stream())
                            .filter(month -> !byMonth.containsKey(month))
                            .toList());
        }

        private static List<YearMonth> window(YearMonth last, int months) {
            return IntStream.range(0, months)
                    .mapToObj(month -> last.minusMonths(months - 1L - month))
                    .toList();
        }
    }

    /// A month's ratio, kept as its parts so that it can be pooled.
    public record MeasuredRatio(
            LocalDate period, @Nullable BigDecimal numerator, @Nullable BigDecimal denominator) {}

    /// Compares counts. With a prior sum of zero there is no percentage.
    ///
    /// @param asOf the last of the latest three months
    public static PeriodComparison of(List<Measured> monthly, YearMonth asOf) {
        return ofValues(monthly, asOf, MONTHS);
    }

    private static PeriodComparison ofValues(List<Measured> monthly, YearMonth asOf, int months) {
        var byMonth = new HashMap<YearMonth, BigDecimal>();
        for (var point : monthly) {
            if (point.value() != null) {
                byMonth.put(YearMonth.from(point.period()), point.value());
            }
        }
        var windows = Windows.of(asOf, months);
        var missing = windows.missing(byMonth);
        if (!missing.isEmpty()) {
            return notComparable(windows, ChangeUnit.PER_CENT, missing);
        }
        var latest = sum(windows.latest(), byMonth);
        var prior = sum(windows.prior(), byMonth);
        return comparable(
                windows,
                latest,
                prior,
                ChangeUnit.PER_CENT,
                latest.subtract(prior).multiply(HUNDRED),
                prior);
    }

    /// Compares running totals: what is summed already is not summed again. With a prior value of
    /// zero there is no percentage.
    ///
    /// @param asOf the latest month
    public static PeriodComparison ofTotals(List<Measured> monthly, YearMonth asOf) {
        return ofValues(monthly, asOf, 1);
    }

    /// Compares ratios, pooled.
    ///
    /// @param asOf the last of the latest three months
    public static PeriodComparison ofRatios(List<MeasuredRatio> monthly, YearMonth asOf) {
        var numerators = new HashMap<YearMonth, BigDecimal>();
        var denominators = new HashMap<YearMonth, BigDecimal>();
        for (var point : monthly) {
            if (point.numerator() != null && point.denominator() != null) {
                numerators.put(YearMonth.from(point.period()), point.numerator());
                denominators.put(YearMonth.from(point.period()), point.denominator());
            }
        }
        var windows = Windows.of(asOf, MONTHS);
        var missing = windows.missing(numerators);
        if (!missing.isEmpty()) {
            return notComparable(windows, ChangeUnit.PERCENTAGE_POINTS, missing);
        }
        var latest = sum(windows.latest(), numerators);
        var latestOf = sum(windows.latest(), denominators);
        var prior = sum(windows.prior(), numerators);
        var priorOf = sum(windows.prior(), denominators);
        if (latestOf.signum() == 0 || priorOf.signum() == 0) {
            return notComparable(windows, ChangeUnit.PERCENTAGE_POINTS, List.of());
        }
        return comparable(
                windows,
                latest.divide(latestOf, MathContext.DECIMAL128),
                prior.divide(priorOf, MathContext.DECIMAL128),
                ChangeUnit.PERCENTAGE_POINTS,
                latest.multiply(priorOf).subtract(prior.multiply(latestOf)).multiply(HUNDRED),
                latestOf.multiply(priorOf));
    }

    private static PeriodComparison comparable(
            Windows windows,
            BigDecimal latest,
            BigDecimal prior,
            ChangeUnit unit,
            BigDecimal dividend,
            BigDecimal divisor) {
        boolean sayable = divisor.signum() != 0;
        return new PeriodComparison(
                true,
                firstDays(windows.latest()),
                firstDays(windows.prior()),
                latest,
                prior,
                unit,
                sayable ? dividend.divide(divisor, MathContext.DECIMAL128) : null,
                sayable ? dividend.divide(divisor, 1, RoundingMode.HALF_UP) : null,
                List.of());
    }

    private static PeriodComparison notComparable(
            Windows windows, ChangeUnit unit, List<LocalDate> missing) {
        return new PeriodComparison(
                false,
                firstDays(windows.latest()),
                firstDays(windows.prior()),
                null,
                null,
                unit,
                null,
                null,
                missing);
    }

    private static BigDecimal sum(List<YearMonth> months, Map<YearMonth, BigDecimal> byMonth) {
        return months.stream()
                .map(month -> byMonth.getOrDefault(month, BigDecimal.ZERO))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static List<LocalDate> firstDays(List<YearMonth> months) {
        return months.stream().map(month -> month.atDay(1)).toList();
    }
}
