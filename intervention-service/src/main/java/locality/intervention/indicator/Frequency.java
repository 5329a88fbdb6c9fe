package locality.intervention.indicator;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// How often there is an observation, and so which days a period may begin on.
@Schema(name = "Frequency")
enum Frequency {
    DAY("any day"),
    /// Any weekday, but the same for all weeks of a file.
    WEEK("any day"),
    MONTH("the first of a month"),
    QUARTER("1 January, 1 April, 1 July or 1 October"),
    /// A calendar or a financial year.
    YEAR("1 January or 1 April");

    private static final int MONTHS_OF_A_QUARTER = 3;
    private static final int LENGTH_OF_A_MONTH = "2014-03".length();

    private final String begins;

    Frequency(String begins) {
        this.begins = begins;
    }

    /// Reads a period by its first day (`2014-03-14`), or by its month (`2014-03`).
    ///
    /// @throws IllegalArgumentException if it is neither, or no period of this kind begins then
    LocalDate parse(String text) {
        var first = firstDay(text);
        if (!isBeginning(first)) {
            throw new IllegalArgumentException(
                    "a %s begins on %s".formatted(name().toLowerCase(Locale.ROOT), begins));
        }
        return first;
    }

    private static LocalDate firstDay(String text) {
        try {
            return text.length() == LENGTH_OF_A_MONTH
                    ? YearMonth.parse(text).atDay(1)
                    : LocalDate.parse(text);
        } catch (DateTimeParseException unreadable) {
            throw new DateTimeException("a period is written YYYY-MM-DD or YYYY-MM", unreadable);
        }
    }

    private boolean isBeginning(LocalDate day) {
        boolean beginsMonth = day.getDayOfMonth() == 1;
        return switch (this) {
            case DAY, WEEK -> true;
            case MONTH -> beginsMonth;
            case QUARTER -> beginsMonth && day.getMonthValue() % MONTHS_OF_A_QUARTER == 1;
            case YEAR -> beginsMonth && (day.getMonthValue() == 1 || day.getMonthValue() == 4);
        };
    }
}
