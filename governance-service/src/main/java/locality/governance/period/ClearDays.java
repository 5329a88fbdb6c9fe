package locality.governance.period;

import java.time.DayOfWeek;
import java.time.LocalDate;

/// How clear days are counted. A clear day excludes the day of notice and the day of the meeting;
/// which of the days between count is said for each rule that asks for them.
///
/// @param weekendsCount whether Saturdays and Sundays do
/// @param bankHolidaysCount whether the bank holidays of England do, when they are no weekend
public record ClearDays(boolean weekendsCount, boolean bankHolidaysCount) {

    /// Every day of the calendar counts.
    public static final ClearDays CALENDAR = new ClearDays(true, true);

    /// Neither weekends nor bank holidays count.
    public static final ClearDays WORKING = new ClearDays(false, false);

    /// How many clear days lie between notice and meeting; -1 when notice was given on the day of
    /// the meeting or later, which is less than none.
    public int between(LocalDate noticedOn, LocalDate heldOn) {
        if (!noticedOn.isBefore(heldOn)) {
            return -1;
        }
        return (int) noticedOn.plusDays(1).datesUntil(heldOn).filter(this::counts).count();
    }

    /// The last day on which notice leaves so many clear days before the meeting.
    ///
    /// @param clearDays zero or more
    public LocalDate lastDayOfNotice(LocalDate heldOn, int clearDays) {
        var day = heldOn.minusDays(1);
        for (int left = clearDays; left > 0; day = day.minusDays(1)) {
            if (counts(day)) {
                left--;
            }
        }
        return day;
    }

    /// The last of so many clear days after a day.
    ///
    /// @param clearDays zero or more; with zero, the day itself
    public LocalDate lastDayAfter(LocalDate day, int clearDays) {
        var last = day;
        for (int left = clearDays; left > 0; ) {
            last = last.plusDays(1);
            if (counts(last)) {
                left--;
            }
        }
        return last;
    }

    boolean counts(LocalDate day) {
        boolean weekend =
                day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return weekend ? weekendsCount : bankHolidaysCount || !BankHolidays.isOne(day);
    }

    /// Whether people work: neither a weekend nor a bank holiday.
    public static boolean isWorkingDay(LocalDate day) {
        return WORKING.counts(day);
    }
}
