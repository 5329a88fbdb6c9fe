package locality.reporting.page;

import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Locale;

/// Three months of a year, from January, April, July or October.
record Quarter(int year, Month first) implements Comparable<Quarter> {

    static Quarter of(LocalDate day) {
        return new Quarter(day.getYear(), day.getMonth().firstMonthOfQuarter());
    }

    /// `April to June 2018`.
    String inWords() {
        return "%s to %s %d".formatted(name(first), name(first.plus(2)), year);
    }

    private static String name(Month month) {
        return month.getDisplayName(TextStyle.FULL, Locale.UK);
    }

    @Override
    public int compareTo(Quarter other) {
        return year == other.year
                ? first.compareTo(other.first)
                : Integer.compare(year, other.year);
    }
}
