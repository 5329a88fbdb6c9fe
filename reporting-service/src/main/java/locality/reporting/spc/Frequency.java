package locality.reporting.spc;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// How often a series has a figure; it says which periods are missing.
public enum Frequency {
    DAY(ChronoUnit.DAYS, 1),
    WEEK(ChronoUnit.WEEKS, 1),
    MONTH(ChronoUnit.MONTHS, 1),
    QUARTER(ChronoUnit.MONTHS, 3),
    YEAR(ChronoUnit.YEARS, 1);

    private final ChronoUnit unit;
    private final int amount;

    Frequency(ChronoUnit unit, int amount) {
        this.unit = unit;
        this.amount = amount;
    }

    /// @throws IllegalArgumentException if it is none of the five
    @JsonCreator
    public static Frequency of(String text) {
        try {
            return valueOf(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException(
                    "A frequency is DAY, WEEK, MONTH, QUARTER or YEAR, not " + text, unknown);
        }
    }

    /// The period so many steps after one, counted from that one so that the 31st stays the 31st.
    LocalDate step(LocalDate from, long steps) {
        return from.plus(steps * amount, unit);
    }

    /// Whether two days lie in the same period. Months, quarters and years are told by any day of
    /// their month, as the last one: which day that is differs from month to month.
    boolean isSame(LocalDate one, LocalDate other) {
        return key(one).equals(key(other));
    }

    /// Whether a day lies in a period before the other's.
    boolean isBefore(LocalDate one, LocalDate other) {
        return key(one).isBefore(key(other));
    }

    private LocalDate key(LocalDate day) {
        return this == DAY || this == WEEK ? day : day.withDayOfMonth(1);
    }

    /// The largest frequency whose steps lead from the first period to every other; empty when even
    /// days would leave gaps no one can mean (fewer than two periods).
    ///
    /// @param periods in ascending order, no two alike
    static Optional<Frequency> ofPeriods(List<LocalDate> periods) {
        if (periods.size() < 2) {
            return Optional.empty();
        }
        for (var candidate : List.of(YEAR, QUARTER, MONTH, WEEK)) {
            if (periods.stream()
                    .allMatch(period -> candidate.reaches(periods.getFirst(), period))) {
                return Optional.of(candidate);
            }
        }
        return Optional.of(DAY);
    }

    private boolean reaches(LocalDate from, LocalDate to) {
        return isReachedInSteps(from, to)
                || endsItsMonth(from) && endsItsMonth(to) && isReachedInSteps(key(from), key(to));
    }

    private boolean isReachedInSteps(LocalDate from, LocalDate to) {
        return step(from, unit.between(from, to) / amount).equals(to);
    }

    private static boolean endsItsMonth(LocalDate day) {
        return day.plusDays(1).getDayOfMonth() == 1;
    }
}
