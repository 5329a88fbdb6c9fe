package locality.reporting.spc;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The centre line and process limits of one segment (XmR), kept as exact sums.
///
/// Mean and mean moving range are quotients, and a quotient rounds. Whether a figure lies on the
/// mean or beyond a limit is therefore asked with both sides multiplied out: decimals as they were
/// measured, no rounding, no tolerance. Figures are rounded once, when they are shown.
///
/// @param total sum of the baseline's values
/// @param n how many values the baseline has
/// @param totalRange sum of the moving ranges that count
/// @param ranges how many ranges count; 0 when the baseline is one point
/// @param reason why there are no limits; null when there are
record Limits(BigDecimal total, int n, BigDecimal totalRange, int ranges, @Nullable String reason) {

    static final String ONE_POINT = "one point";
    static final String RARE_EVENTS = "rare events";

    private static final BigDecimal LIMIT_FACTOR = new BigDecimal("2.66");
    private static final BigDecimal SCREEN_FACTOR = new BigDecimal("3.267");
    private static final BigDecimal TWO = BigDecimal.TWO;
    private static final BigDecimal THREE = BigDecimal.valueOf(3);

    static Limits of(List<BigDecimal> baseline, boolean screenOutliers) {
        var total = sum(baseline);
        var all = movingRanges(baseline);
        if (all.isEmpty()) {
            return new Limits(total, baseline.size(), BigDecimal.ZERO, 0, ONE_POINT);
        }
        var kept = screenOutliers ? withoutOutliers(all) : all;
        var totalRange = sum(kept);
        boolean onlyEvents = totalRange.signum() == 0 && sum(all).signum() > 0;
        return new Limits(
                total, baseline.size(), totalRange, kept.size(), onlyEvents ? RARE_EVENTS : null);
    }

    boolean exist() {
        return reason == null;
    }

    /// 1 above the mean, -1 below it, 0 on it.
    int side(BigDecimal value) {
        return fromMean(value).signum();
    }

    /// Whether the value lies strictly beyond the upper or the lower limit.
    boolean excludes(BigDecimal value) {
        return compareToLimit(value) > 0;
    }

    /// Whether it lies within the limits and strictly beyond two thirds of the way to one.
    boolean areNear(BigDecimal value) {
        var distance = fromMean(value).abs().multiply(BigDecimal.valueOf(ranges)).multiply(THREE);
        return distance.compareTo(reach().multiply(TWO)) > 0 && !excludes(value);
    }

    /// Negative strictly within the limits, 0 on one, positive strictly beyond.
    int compareToLimit(BigDecimal value) {
        return fromMean(value).abs().multiply(BigDecimal.valueOf(ranges)).compareTo(reach());
    }

    boolean showNoVariation() {
        return totalRange.signum() == 0;
    }

    double mean() {
        return exactMean().doubleValue();
    }

    @Nullable Double lower() {
        return exist() ? exactMean().subtract(halfWidth()).doubleValue() : null;
    }

    @Nullable Double upper() {
        return exist() ? exactMean().add(halfWidth()).doubleValue() : null;
    }

    /// The distance from the mean, times n.
    private BigDecimal fromMean(BigDecimal value) {
        return value.multiply(BigDecimal.valueOf(n)).subtract(total);
    }

    /// The distance from mean to limit, times n, times the number of ranges.
    private BigDecimal reach() {
        return LIMIT_FACTOR.multiply(totalRange).multiply(BigDecimal.valueOf(n));
    }

    private BigDecimal exactMean() {
        return total.divide(BigDecimal.valueOf(n), MathContext.DECIMAL128);
    }

    private BigDecimal halfWidth() {
        return LIMIT_FACTOR
                .multiply(totalRange)
                .divide(BigDecimal.valueOf(ranges), MathContext.DECIMAL128);
    }

    private static List<BigDecimal> movingRanges(List<BigDecimal> values) {
        var moves = new ArrayList<BigDecimal>(values.size());
        for (int i = 1; i < values.size(); i++) {
            moves.add(values.get(i).subtract(values.get(i - 1)).abs());
        }
        return moves;
    }

    /// Those strictly below 3.267 times the mean of all, once; all of them when all are zero.
    private static List<BigDecimal> withoutOutliers(List<BigDecimal> all) {
        var bound = SCREEN_FACTOR.multiply(sum(all));
        if (bound.signum() == 0) {
            return all;
        }
        var count = BigDecimal.valueOf(all.size());
        return all.stream().filter(range -> range.multiply(count).compareTo(bound) < 0).toList();
    }

    private static BigDecimal sum(List<BigDecimal> values) {
        return values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
