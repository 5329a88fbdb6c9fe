package locality.reporting.spc;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The latest three months against the same three a year earlier.
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

    /// A month's ratio, kept as its parts so that it can be pooled.
    public record MeasuredRatio(
            LocalDate period, @Nullable BigDecimal numerator, @Nullable BigDecimal denominator) {}

    /// Compares counts. With a prior sum of zero there is no percentage.
    ///
    /// @param asOf the last of the latest three months
    public static PeriodComparison of(List<Measured> monthly, YearMonth asOf) {
        var byMonth = new HashMap<YearMonth, BigDecimal>();
        for (var point : monthly) {
            if (point.value() != null) {
                byMonth.put(YearMonth.from(point.period()), point.value());
            }
        }
        var missing = missing(byMonth, asOf);
        if (!missing.isEmpty()) {
            return notComparable(asOf, ChangeUnit.PER_CENT, missing);
        }
        var latest = sum(window(asOf), byMonth);
        var prior = sum(window(asOf.minusYears(1)), byMonth);
        return comparable(
                asOf,
                latest,
                prior,
                ChangeUnit.PER_CENT,
                latest.subtract(prior).multiply(HUNDRED),
                prior);
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
        var missing = missing(numerators, asOf);
        if (!missing.isEmpty()) {
            return notComparable(asOf, ChangeUnit.PERCENTAGE_POINTS, missing);
        }
        var latest = sum(window(asOf), numerators);
        var latestOf = sum(window(asOf), denominators);
        var prior = sum(window(asOf.minusYears(1)), numerators);
        var priorOf = sum(window(asOf.minusYears(1)), denominators);
        if (latestOf.signum() == 0 || priorOf.signum() == 0) {
            return notComparable(asOf, ChangeUnit.PERCENTAGE_POINTS, List.of());
        }
        return comparable(
                asOf,
                latest.divide(latestOf, MathContext.DECIMAL128),
                prior.divide(priorOf, MathContext.DECIMAL128),
                ChangeUnit.PERCENTAGE_POINTS,
                latest.multiply(priorOf).subtract(prior.multiply(latestOf)).multiply(HUNDRED),
                latestOf.multiply(priorOf));
    }

    private static PeriodComparison comparable(
            YearMonth asOf,
            BigDecimal latest,
            BigDecimal prior,
            ChangeUnit unit,
            BigDecimal dividend,
            BigDecimal divisor) {
        boolean sayable = divisor.signum() != 0;
        return new PeriodComparison(
                true,
                firstDays(window(asOf)),
                firstDays(window(asOf.minusYears(1))),
                latest,
                prior,
                unit,
                sayable ? dividend.divide(divisor, MathContext.DECIMAL128) : null,
                sayable ? dividend.divide(divisor, 1, RoundingMode.HALF_UP) : null,
                List.of());
    }

    private static PeriodComparison notComparable(
            YearMonth asOf, ChangeUnit unit, List<LocalDate> missing) {
        return new PeriodComparison(
                false,
                firstDays(window(asOf)),
                firstDays(window(asOf.minusYears(1))),
                null,
                null,
                unit,
                null,
                null,
                missing);
    }

    private static List<LocalDate> missing(Map<YearMonth, BigDecimal> byMonth, YearMonth asOf) {
        var needed = new ArrayList<>(window(asOf.minusYears(1)));
        needed.addAll(window(asOf));
        needed.removeAll(byMonth.keySet());
        return firstDays(needed);
    }

    private static List<YearMonth> window(YearMonth last) {
        return IntStream.range(0, MONTHS)
                .mapToObj(month -> last.minusMonths(MONTHS - 1L - month))
                .toList();
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
