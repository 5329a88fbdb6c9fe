package locality.reporting.spc;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A straight line through the last twelve months: ordinary least squares of the values against 1
/// to 12.
///
/// @param computed false when a month is missing; then there are no figures
/// @param slopePerMonth the line's rise from one month to the next
/// @param rSquared the share of the variation the line explains, 0 to 1
/// @param pValue two-sided, of the slope; 1 for a level series
/// @param fittedChangePercent from the line's first month to its last; null when it begins at zero
/// @param missing the months without a figure
@Schema(name = "TwelveMonthTrend")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TwelveMonthTrend(
        boolean computed,
        @Nullable Double slopePerMonth,
        @Nullable Double intercept,
        @Nullable Double rSquared,
        @Nullable Double pValue,
        @Nullable Double fittedFirst,
        @Nullable Double fittedLast,
        @Nullable Double fittedChangePercent,
        @Nullable Direction direction,
        List<LocalDate> missing) {

    private static final int MONTHS = 12;
    private static final double SIGNIFICANT_BELOW = 0.05;
    private static final BigDecimal N = BigDecimal.valueOf(MONTHS);

    /// 1 + 2 + ... + 12.
    private static final BigDecimal SUM_X = BigDecimal.valueOf(78);

    /// 12 times the sum of squares (650), less the square of the sum.
    private static final BigDecimal SPREAD_X = BigDecimal.valueOf(1716);

    /// What may be said of the slope.
    @Schema(name = "TrendDirection")
    public enum Direction {
        SIGNIFICANT_INCREASE("significant increase"),
        SIGNIFICANT_DECREASE("significant decrease"),
        NONE("no significant trend");

        private final String label;

        Direction(String label) {
            this.label = label;
        }

        @JsonValue
        @Override
        public String toString() {
            return label;
        }
    }

    /// Fits the line.
    ///
    /// @param asOf the last of the twelve months
    public static TwelveMonthTrend of(List<Measured> monthly, YearMonth asOf) {
        var byMonth = new HashMap<YearMonth, BigDecimal>();
        for (var point : monthly) {
            if (point.value() != null) {
                byMonth.put(YearMonth.from(point.period()), point.value());
            }
        }
        var values = new ArrayList<BigDecimal>();
        var missing = new ArrayList<LocalDate>();
        for (int back = MONTHS - 1; back >= 0; back--) {
            var month = asOf.minusMonths(back);
            var value = byMonth.get(month);
            if (value == null) {
                missing.add(month.atDay(1));
            } else {
                values.add(value);
            }
        }
        return missing.isEmpty() ? fit(values) : notComputed(missing);
    }

    private static TwelveMonthTrend notComputed(List<LocalDate> missing) {
        return new TwelveMonthTrend(
                false, null, null, null, null, null, null, null, null, List.copyOf(missing));
    }

    /// The sums are exact; only the quotients round.
    private static TwelveMonthTrend fit(List<BigDecimal> values) {
        var sumY = BigDecimal.ZERO;
        var sumXy = BigDecimal.ZERO;
        var sumYy = BigDecimal.ZERO;
        for (int i = 0; i < MONTHS; i++) {
            var y = values.get(i);
            sumY = sumY.add(y);
            sumXy = sumXy.add(y.multiply(BigDecimal.valueOf(i + 1L)));
            sumYy = sumYy.add(y.multiply(y));
        }
        var spreadXy = N.multiply(sumXy).subtract(SUM_X.multiply(sumY));
        var spreadY = N.multiply(sumYy).subtract(sumY.multiply(sumY));

        var slope = spreadXy.divide(SPREAD_X, MathContext.DECIMAL128);
        var intercept = sumY.subtract(slope.multiply(SUM_X)).divide(N, MathContext.DECIMAL128);
        var unexplained = unexplained(spreadXy, spreadY);
        double p = significance(unexplained.doubleValue());
        var first = intercept.add(slope);
        var last = intercept.add(slope.multiply(N));
        return new TwelveMonthTrend(
                true,
                slope.doubleValue(),
                intercept.doubleValue(),
                BigDecimal.ONE.subtract(unexplained).doubleValue(),
                p,
                first.doubleValue(),
                last.doubleValue(),
                first.signum() == 0
                        ? null
                        : last.subtract(first)
                                .multiply(BigDecimal.valueOf(100))
                                .divide(first, MathContext.DECIMAL128)
                                .doubleValue(),
                direction(slope.signum(), p),
                List.of());
    }

    /// 1 - r squared; a level series has nothing that a line could explain.
    private static BigDecimal unexplained(BigDecimal spreadXy, BigDecimal spreadY) {
        if (spreadY.signum() == 0) {
            return BigDecimal.ONE;
        }
        var whole = SPREAD_X.multiply(spreadY);
        return whole.subtract(spreadXy.multiply(spreadXy)).divide(whole, MathContext.DECIMAL128);
    }

    /// The two-sided p of the slope: Student's t with ten degrees of freedom, by way of 1 - r
    /// squared. It is the regularised incomplete beta function I(x; 5, 1/2): its power series where
    /// p is small, the finite sum for even degrees of freedom where the series is slow.
    private static double significance(double unexplained) {
        double x = unexplained;
        if (x > 0.5) {
            double sum = 1 + x * (1 / 2.0 + x * (3 / 8.0 + x * (15 / 48.0 + x * (105 / 384.0))));
            return 1 - Math.sqrt(1 - x) * sum;
        }
        double term = 1;
        double sum = 1;
        for (int k = 0; term > Math.ulp(sum) / 2; k++) {
            term *= x * (5.5 + k) / (6 + k);
            sum += term;
        }
        return Math.pow(x, 5) * Math.sqrt(1 - x) / (5 * 256 / 315.0) * sum;
    }

    private static Direction direction(int slope, double p) {
        if (p >= SIGNIFICANT_BELOW) {
            return Direction.NONE;
        }
        return slope > 0 ? Direction.SIGNIFICANT_INCREASE : Direction.SIGNIFICANT_DECREASE;
    }
}
