package locality.governance.calendar;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import java.util.stream.Stream;
import locality.governance.body.Frequency;
import locality.governance.period.BankHolidays;
import locality.governance.period.ClearDays;
import org.jspecify.annotations.Nullable;

/// The dates a body's meetings fall on, from the first of them: every so many weeks, or every so
/// many months on the same weekday of the month (a first meeting on the second Tuesday makes every
/// one fall on the second Tuesday; one on the fifth, on the last).
final class Series {

    private static final int LAST = 5;

    private Series() {}

    /// A date of the series, and the day that is met on instead.
    ///
    /// @param startsAt when to meet
    /// @param instead the date of the series when that is a bank holiday, null when it is met on
    /// @param because which bank holiday
    record Slot(LocalDateTime startsAt, @Nullable LocalDate instead, @Nullable String because) {}

    /// Those from the first until a day.
    static Stream<LocalDate> dates(Frequency frequency, LocalDate first, LocalDate until) {
        return Stream.iterate(0, step -> step + 1)
                .map(step -> date(frequency, first, step))
                .takeWhile(day -> !day.isAfter(until));
    }

    private static LocalDate date(Frequency frequency, LocalDate first, int step) {
        long many = (long) step * frequency.every();
        return switch (frequency.unit()) {
            case WEEKS -> first.plusWeeks(many);
            case MONTHS -> {
                int week = (first.getDayOfMonth() - 1) / 7 + 1;
                var month = first.withDayOfMonth(1).plusMonths(many);
                var weekday = first.getDayOfWeek();
                yield month.with(
                        week == LAST
                                ? TemporalAdjusters.lastInMonth(weekday)
                                : TemporalAdjusters.dayOfWeekInMonth(week, weekday));
            }
        };
    }

    /// A date that falls on a bank holiday is moved to the next working day, or to the one before
    /// when the next lies outside its cycle.
    static Slot slot(LocalDate date, LocalDateTime first, Cycle cycle) {
        var day = Optional.of(date).filter(BankHolidays::isOne).map(it -> instead(it, cycle));
        return new Slot(
                day.orElse(date).atTime(first.toLocalTime()),
                day.map(_ -> date).orElse(null),
                day.flatMap(_ -> BankHolidays.titleOf(date)).orElse(null));
    }

    private static LocalDate instead(LocalDate holiday, Cycle cycle) {
        var next = workingDay(holiday, 1);
        return cycle.holds(next) ? next : workingDay(holiday, -1);
    }

    private static LocalDate workingDay(LocalDate from, int step) {
        return Stream.iterate(from.plusDays(step), day -> day.plusDays(step))
                .filter(ClearDays::isWorkingDay)
                .findFirst()
                .orElseThrow();
    }
}
