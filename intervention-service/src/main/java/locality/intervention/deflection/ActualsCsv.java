package locality.intervention.deflection;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import locality.platform.http.Csv;

/// The activity that came, as a spreadsheet: `month,actual`.
final class ActualsCsv {

    private static final Pattern NUMBER = Pattern.compile("\\d{1,12}(\\.\\d{1,6})?");
    private static final int LENGTH_OF_A_MONTH = "2018-04".length();

    private ActualsCsv() {}

    /// Reads a whole file. A month whose cell is empty is left as it is.
    ///
    /// @throws locality.platform.refusal.Malformed naming every faulty cell by line and column
    static Map<LocalDate, BigDecimal> read(String text, DeflectionPlan plan, LocalDate today) {
        var came = new TreeMap<LocalDate, BigDecimal>();
        var csv = Csv.read(text, List.of("month", "actual"), List.of());
        csv.<LocalDate>map(
                row -> {
                    var month = row.parsed("month", ActualsCsv::month);
                    if (!plan.plans(month)) {
                        row.fault("month", "%s is in no version of the plan".formatted(month));
                    }
                    if (month.isAfter(today)) {
                        row.fault("month", "%s lies in the future".formatted(month));
                    }
                    var actual = row.optional("actual", ActualsCsv::number);
                    if (actual != null && came.putIfAbsent(month, actual) != null) {
                        row.fault("month", "%s stands in an earlier line too".formatted(month));
                    }
                    return month;
                });
        return came;
    }

    private static LocalDate month(String text) {
        try {
            return text.length() == LENGTH_OF_A_MONTH
                    ? YearMonth.parse(text).atDay(1)
                    : LocalDate.parse(text).withDayOfMonth(1);
        } catch (DateTimeParseException unreadable) {
            throw new DateTimeException("a month is written YYYY-MM", unreadable);
        }
    }

    private static BigDecimal number(String text) {
        if (!NUMBER.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "activity is counted in digits, not below zero, without commas");
        }
        return new BigDecimal(text);
    }
}
