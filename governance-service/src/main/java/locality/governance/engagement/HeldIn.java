package locality.governance.engagement;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;

/// When it took place. A month means its last day, so that what is known by the month counts in it.
///
/// @param lastDay the day, or the last of the month
/// @param month whether only the month is known
record HeldIn(LocalDate lastDay, boolean month) {

    /// @param text a day, `2018-03-12`, or a month, `2018-03`
    /// @throws EngagementRefusal if it is neither
    static HeldIn of(String text) {
        boolean month = text.length() == "2018-03".length();
        try {
            return new HeldIn(
                    month ? YearMonth.parse(text).atEndOfMonth() : LocalDate.parse(text), month);
        } catch (DateTimeException unreadable) {
            throw new EngagementRefusal.NoDate(text);
        }
    }

    /// The first day on which it may have taken place.
    LocalDate firstDay() {
        return month ? lastDay.withDayOfMonth(1) : lastDay;
    }

    /// As it was written: a day or a month.
    String written() {
        return month ? YearMonth.from(lastDay).toString() : lastDay.toString();
    }
}
