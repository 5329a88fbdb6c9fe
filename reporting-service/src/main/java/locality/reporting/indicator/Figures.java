package locality.reporting.indicator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/// How an indicator's figures are written. A ratio whose values and target all lie between 0 and 1
/// is written as a percentage; anything else in its own unit, with as many decimals as its size
/// calls for.
public final class Figures {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final boolean asPercentage;
    private final boolean neverNegative;
    private final String unit;

    private Figures(boolean asPercentage, boolean neverNegative, String unit) {
        this.asPercentage = asPercentage;
        this.neverNegative = neverNegative;
        this.unit = unit;
    }

    static Figures of(Indicator indicator, List<Observation> observations) {
        var values =
                observations.stream().map(Observation::value).filter(Objects::nonNull).toList();
        boolean neverNegative = values.stream().allMatch(value -> value.signum() >= 0);
        boolean withinOne =
                Stream.concat(values.stream(), Stream.ofNullable(indicator.target()))
                        .allMatch(value -> value.compareTo(BigDecimal.ONE) <= 0);
        return new Figures(
                indicator.comesInParts() && neverNegative && withinOne,
                neverNegative,
                indicator.unit());
    }

    /// A limit as it is shown: not below zero where no value is, nor above 100%. It is tested as it
    /// is.
    double shown(double limit) {
        var floored = neverNegative ? Math.max(limit, 0) : limit;
        return asPercentage ? Math.min(floored, 1) : floored;
    }

    /// The unit to say once, beside a column or an axis.
    public String unit() {
        return asPercentage ? "%" : unit;
    }

    public String write(double value) {
        return write(BigDecimal.valueOf(value));
    }

    /// With its per cent sign where it is a percentage: `87.9%`, `415,940`.
    public String write(BigDecimal value) {
        if (asPercentage) {
            return plain(value.multiply(HUNDRED), 1) + "%";
        }
        var written = plain(value, decimals(value.abs()));
        return unit.equals("%") ? written + "%" : written;
    }

    /// A limit, as it is shown.
    public String writeLimit(double limit) {
        return write(shown(limit));
    }

    private static int decimals(BigDecimal size) {
        return size.compareTo(HUNDRED) >= 0 ? 0 : size.compareTo(BigDecimal.TEN) >= 0 ? 1 : 2;
    }

    private static String plain(BigDecimal value, int decimals) {
        var format = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.UK));
        format.setMaximumFractionDigits(decimals);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(value);
    }
}
