package locality.intervention.indicator;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import locality.platform.http.Csv;
import org.jspecify.annotations.Nullable;

/// Observations as a spreadsheet: `period,value` and, as far as known, the `numerator,denominator`
/// of a ratio. A ratio without its parts is recorded, but cannot be pooled over several periods.
final class ObservationCsv {

    static final List<String> REQUIRED = List.of("period", "value");
    static final List<String> OPTIONAL = List.of("numerator", "denominator");
    static final List<String> COLUMNS = List.of("period", "value", "numerator", "denominator");

    private static final int MOST_DIGITS_BEFORE_THE_POINT = 18;
    private static final int MOST_DIGITS_AFTER_THE_POINT = 30;

    /// No measurement has more digits.
    private static final Pattern NUMBER =
            Pattern.compile(
                    "[+-]?\\d{1,%d}(\\.\\d{1,%d})?"
                            .formatted(MOST_DIGITS_BEFORE_THE_POINT, MOST_DIGITS_AFTER_THE_POINT));

    /// What is dated earlier is mistyped: 0014 for 2014.
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

    private static final BigDecimal LOST_BY_SPREADSHEETS = new BigDecimal("1e-12");
    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    private final Indicator indicator;
    private final LocalDate today;
    private final Map<LocalDate, Integer> lines = new HashMap<>();
    private @Nullable DayOfWeek weekday;

    ObservationCsv(Indicator indicator, LocalDate today) {
        this.indicator = indicator;
        this.today = today;
    }

    /// Writes observations so that they can be read back.
    static String write(List<Observations.Revision> rows) {
        return Csv.write(
                COLUMNS,
                rows.stream()
                        .map(
                                row ->
                                        List.of(
                                                row.period(),
                                                cell(row.value()),
                                                cell(row.numerator()),
                                                cell(row.denominator())))
                        .toList());
    }

    /// Reads a whole file.
    ///
    /// @throws locality.platform.refusal.Malformed naming every faulty cell by line and column
    List<Observed> read(String text) {
        return Csv.read(text, REQUIRED, OPTIONAL).map(this::row);
    }

    private Observed row(Csv.Row row) {
        var period = row.parsed("period", indicator.frequency::parse);
        requireInHistory(row, period);
        if (indicator.frequency == Frequency.WEEK) {
            requireOneWeekday(row, period);
        }
        var earlier = lines.putIfAbsent(period, row.line());
        if (earlier != null) {
            row.fault("period", "%s stands in line %d too".formatted(period, earlier));
        }
        var value = row.optional("value", ObservationCsv::number);
        var numerator = row.optional("numerator", ObservationCsv::number);
        var denominator = row.optional("denominator", ObservationCsv::number);
        if ((numerator == null) != (denominator == null)) {
            row.fault(
                    numerator == null ? "numerator" : "denominator",
                    "is empty, but the other of the two is not");
        }
        if (denominator != null && denominator.signum() <= 0) {
            row.fault("denominator", "must be more than zero");
            return new Observed(period, value, numerator, null);
        }
        if (numerator == null || denominator == null) {
            return new Observed(period, value, numerator, denominator);
        }
        requireRatio(row, value, numerator, denominator);
        return new Observed(
                period,
                value == null ? ratio(numerator, denominator) : value,
                numerator,
                denominator);
    }

    private void requireInHistory(Csv.Row row, LocalDate period) {
        if (period.isAfter(today)) {
            row.fault("period", "%s lies in the future".formatted(period));
        }
        if (period.isBefore(EARLIEST)) {
            row.fault("period", "%s lies before %s".formatted(period, EARLIEST));
        }
    }

    /// A ratio that is given beside its parts is their quotient, as far as it is written out.
    private void requireRatio(
            Csv.Row row, @Nullable BigDecimal value, BigDecimal numerator, BigDecimal denominator) {
        var ratio = ratio(numerator, denominator);
        if (ratio.precision() - ratio.scale() > MOST_DIGITS_BEFORE_THE_POINT) {
            row.fault("denominator", "is too small to divide this numerator by");
        } else if (value != null
                && indicator.aggregation == Aggregation.RATIO
                && isOff(value, numerator, denominator)) {
            row.fault(
                    "value",
                    "%s is not %s divided by %s"
                            .formatted(
                                    value.toPlainString(),
                                    numerator.toPlainString(),
                                    denominator.toPlainString()));
        }
    }

    /// Weeks are counted from Monday here, to Sunday there; but within one file always alike.
    private void requireOneWeekday(Csv.Row row, LocalDate period) {
        var expected = weekday == null ? period.getDayOfWeek() : weekday;
        weekday = expected;
        if (period.getDayOfWeek() != expected) {
            row.fault(
                    "period",
                    "%s is a %s, the first week begins on a %s"
                            .formatted(period, period.getDayOfWeek(), expected));
        }
    }

    /// Whether it differs from the quotient by more than half of its last digit, or than what is
    /// lost where a spreadsheet divides.
    private static boolean isOff(BigDecimal value, BigDecimal numerator, BigDecimal denominator) {
        var difference = value.multiply(denominator).subtract(numerator).abs();
        var allowed = value.ulp().max(value.abs().multiply(LOST_BY_SPREADSHEETS));
        return difference.multiply(TWO).compareTo(allowed.multiply(denominator)) > 0;
    }

    private static BigDecimal ratio(BigDecimal numerator, BigDecimal denominator) {
        var ratio = numerator.divide(denominator, MathContext.DECIMAL64);
        return ratio.scale() <= MOST_DIGITS_AFTER_THE_POINT
                ? ratio
                : numerator.divide(denominator, MOST_DIGITS_AFTER_THE_POINT, RoundingMode.HALF_UP);
    }

    private static String cell(@Nullable BigDecimal number) {
        return number == null ? "" : number.toPlainString();
    }

    private static BigDecimal number(String text) {
        if (!NUMBER.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "a number is digits and at most one point, without commas or a unit");
        }
        return new BigDecimal(text);
    }
}
