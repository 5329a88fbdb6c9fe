package locality.reporting.indicator;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import locality.platform.money.FinancialYear;
import locality.reporting.spc.Frequency;

/// Periods as people write them: `14 May 2018`, `May 2018`, `2018/19`.
final class Periods {

    private static final DateTimeFormatter DAY = format("d MMMM yyyy");
    private static final DateTimeFormatter SHORT_DAY = format("d MMM yyyy");
    private static final DateTimeFormatter MONTH = format("MMMM yyyy");
    private static final DateTimeFormatter SHORT_MONTH = format("MMM yyyy");
    private static final DateTimeFormatter MONTH_ALONE = format("MMMM");

    private Periods() {}

    static String inWords(Frequency frequency, LocalDate period) {
        return switch (frequency) {
            case DAY -> DAY.format(period);
            case WEEK -> "week of " + DAY.format(period);
            case MONTH -> MONTH.format(period);
            case QUARTER ->
                    MONTH_ALONE.format(period) + " to " + MONTH.format(period.plusMonths(2));
            case YEAR -> year(period);
        };
    }

    /// For a chart's axis.
    static String inShort(Frequency frequency, LocalDate period) {
        return switch (frequency) {
            case DAY, WEEK -> SHORT_DAY.format(period);
            case MONTH, QUARTER -> SHORT_MONTH.format(period);
            case YEAR -> year(period);
        };
    }

    /// The first day of the period so many periods later.
    static LocalDate later(Frequency frequency, LocalDate period, int periods) {
        return switch (frequency) {
            case DAY -> period.plusDays(periods);
            case WEEK -> period.plusWeeks(periods);
            case MONTH -> period.plusMonths(periods);
            case QUARTER -> period.plusMonths(3L * periods);
            case YEAR -> period.plusYears(periods);
        };
    }

    private static String year(LocalDate period) {
        var financial = FinancialYear.of(period);
        return financial.start().equals(period)
                ? financial.toString()
                : String.valueOf(period.getYear());
    }

    private static DateTimeFormatter format(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.UK);
    }
}
