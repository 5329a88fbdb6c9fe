package locality.intervention.indicator;

import java.math.BigDecimal;
import java.math.MathContext;
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

    /// At most 18 digits before the point and 30 after it: no measurement has more.
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,18}(\\.\\d{1,30})?");

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
        if (period.isAfter(today)) {
            row.fault("period", "%s lies in the future".formatted(period));
        }
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
        return new Observed(period, orRatio(value, numerator, denominator), numerator, denominator);
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

    private static @Nullable BigDecimal orRatio(
            @Nullable BigDecimal value,
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator) {
        return value == null && numerator != null && denominator != null
                ? numerator.divide(denominator, MathContext.DECIMAL64)
                : value;
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
