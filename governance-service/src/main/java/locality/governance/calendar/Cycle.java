package locality.governance.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import locality.governance.body.Frequency;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A stretch of days in which a body is to meet once. Cycles of months begin with a month, and are
/// counted from the beginning of a financial year, so that a board that meets every three months
/// meets once in each quarter. Cycles of weeks begin on a Monday.
///
/// @param from its first day
/// @param until its last day
@Schema(name = "Cycle")
record Cycle(LocalDate from, LocalDate until) {

    private static final LocalDate FIRST_MONTH = LocalDate.of(2000, Month.APRIL, 1);
    private static final LocalDate FIRST_MONDAY = LocalDate.of(2000, Month.APRIL, 3);

    /// The cycle that a day lies in.
    static Cycle of(Frequency frequency, LocalDate day) {
        return switch (frequency.unit()) {
            case MONTHS -> {
                var month = day.with(TemporalAdjusters.firstDayOfMonth());
                var from = FIRST_MONTH.plusMonths(start(FIRST_MONTH, month, frequency));
                yield new Cycle(from, from.plusMonths(frequency.every()).minusDays(1));
            }
            case WEEKS -> {
                var monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                var from = FIRST_MONDAY.plusWeeks(start(FIRST_MONDAY, monday, frequency));
                yield new Cycle(from, from.plusWeeks(frequency.every()).minusDays(1));
            }
        };
    }

    /// How many whole units lie between the origin and the first of the cycle.
    private static long start(LocalDate origin, LocalDate begins, Frequency frequency) {
        var unit =
                switch (frequency.unit()) {
                    case MONTHS -> ChronoUnit.MONTHS;
                    case WEEKS -> ChronoUnit.WEEKS;
                };
        return Math.floorDiv(unit.between(origin, begins), frequency.every())
                * (long) frequency.every();
    }

    boolean holds(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(until);
    }
}
