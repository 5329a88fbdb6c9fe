package locality.governance.forwardplan;

import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/// When a decision is expected: on a day, or some time in a month, which means by its last day.
///
/// @param expectedFrom the first day it may be
/// @param expectedOn the last: it is late from the day after
@Embeddable
record Expected(LocalDate expectedFrom, LocalDate expectedOn) {

    /// @throws ForwardPlanRefusal unless exactly one is given
    static Expected of(@Nullable LocalDate day, @Nullable YearMonth month) {
        if (day != null && month == null) {
            return new Expected(day, day);
        }
        if (day == null && month != null) {
            return new Expected(month.atDay(1), month.atEndOfMonth());
        }
        throw new ForwardPlanRefusal.DayOrMonth();
    }

    /// `2015-03` when it is expected some time in a month, null for a day.
    @Nullable YearMonth month() {
        return expectedFrom.equals(expectedOn) ? null : YearMonth.from(expectedOn);
    }
}
