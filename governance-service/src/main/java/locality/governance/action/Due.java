package locality.governance.action;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// When an action is to be done.
///
/// @param lastDay with DAY and MONTH, whose last day it is; null with the others
/// @param reviewOn the next review of what is ONGOING; null when none is said, which is flagged
public record Due(
        DuePrecision precision, @Nullable LocalDate lastDay, @Nullable LocalDate reviewOn) {

    public static final String NO_DATE = "UNDATED";
    public static final String NO_REVIEW = "NO_REVIEW_DATE";

    /// What a secretary wrote: `2018-06-30` is a day, `2018-06` a month; nothing is UNDATED.
    ///
    /// @param dueOn a day or a month; with MONTH any day of it
    /// @param precision follows from the others when left out
    /// @throws ActionRefusal when they do not fit each other
    public static Due of(
            @Nullable String dueOn,
            @Nullable DuePrecision precision,
            @Nullable LocalDate reviewOn) {
        var meant = precision == null ? meant(dueOn, reviewOn) : precision;
        boolean dated = meant == DuePrecision.DAY || meant == DuePrecision.MONTH;
        if (dated == (dueOn == null)
                || reviewOn != null && meant != DuePrecision.ONGOING
                || meant == DuePrecision.DAY && isMonth(dueOn)) {
            throw new ActionRefusal.DueUnclear(dueOn, meant, reviewOn);
        }
        return new Due(meant, dueOn == null ? null : lastDay(dueOn, meant), reviewOn);
    }

    /// Whether the last day is past.
    boolean isPastOn(LocalDate day) {
        return lastDay != null && lastDay.isBefore(day);
    }

    /// What is to be asked back: that no date is said, or no review of what is ongoing.
    List<String> flags() {
        return switch (precision) {
            case DAY, MONTH -> List.of();
            case ONGOING -> reviewOn == null ? List.of(NO_REVIEW) : List.of();
            case UNDATED -> List.of(NO_DATE);
        };
    }

    private static DuePrecision meant(@Nullable String dueOn, @Nullable LocalDate reviewOn) {
        if (dueOn != null) {
            return isMonth(dueOn) ? DuePrecision.MONTH : DuePrecision.DAY;
        }
        return reviewOn == null ? DuePrecision.UNDATED : DuePrecision.ONGOING;
    }

    private static boolean isMonth(@Nullable String dueOn) {
        return dueOn != null && dueOn.length() == "2018-06".length();
    }

    private static LocalDate lastDay(String dueOn, DuePrecision precision) {
        try {
            if (precision == DuePrecision.DAY) {
                return LocalDate.parse(dueOn);
            }
            return isMonth(dueOn)
                    ? YearMonth.parse(dueOn).atEndOfMonth()
                    : YearMonth.from(LocalDate.parse(dueOn)).atEndOfMonth();
        } catch (DateTimeException unreadable) {
            throw new ActionRefusal.NoDate(dueOn);
        }
    }
}
