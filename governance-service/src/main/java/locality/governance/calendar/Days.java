package locality.governance.calendar;

import java.time.LocalDate;
import locality.platform.money.FinancialYear;
import org.jspecify.annotations.Nullable;

/// The days a calendar is asked for, both included: at least one, at most five years.
record Days(LocalDate from, LocalDate to) {

    private static final int MOST_YEARS = 5;

    /// @throws CalendarRefusal unless they are in order and not too many
    Days {
        if (to.isBefore(from)) {
            throw new CalendarRefusal.EndsBeforeItBegins(from, to);
        }
        if (!to.isBefore(from.plusYears(MOST_YEARS))) {
            throw new CalendarRefusal.TooLong(from, to, MOST_YEARS);
        }
    }

    /// @param from null for the beginning of the financial year of today, or of `to`
    /// @param to null for the end of the financial year of `from`
    static Days asked(@Nullable LocalDate from, @Nullable LocalDate to, LocalDate today) {
        var first = from != null ? from : FinancialYear.of(to == null ? today : to).start();
        return new Days(first, to != null ? to : FinancialYear.of(first).end());
    }

    boolean hold(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }
}
