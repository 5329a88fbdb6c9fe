package locality.governance.plan;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// When a milestone is expected to be reached.
///
/// @param lastDay with DAY, MONTH and QUARTER, whose last day it is; null with the others
/// @param reviewOn the next review of what is ONGOING; null when none is said, which is flagged
record Forecast(Precision precision, @Nullable LocalDate lastDay, @Nullable LocalDate reviewOn) {

    static final String NO_DATE = "UNDATED";
    static final String NO_REVIEW = "NO_REVIEW_DATE";

    private static final String MONTH = "\\d{4}-\\d{2}";

    /// What was written: `2021-06-18` is a day, `2021-07` a month, `2021/22-Q2` a quarter; nothing
    /// is UNDATED, and ONGOING with a review.
    ///
    /// @param forecast a day, a month or a quarter; with MONTH and QUARTER any day of it
    /// @param precision follows from the others when left out
    /// @throws PlanRefusal when they do not fit each other
    static Forecast of(
            @Nullable String forecast,
            @Nullable Precision precision,
            @Nullable LocalDate reviewOn) {
        var meant = precision == null ? meant(forecast, reviewOn) : precision;
        if (meant.isDated() == (forecast == null)
                || reviewOn != null && meant != Precision.ONGOING
                || forecast != null && isCoarser(meant(forecast, null), meant)) {
            throw new PlanRefusal.ForecastUnclear(forecast, meant, reviewOn);
        }
        return new Forecast(meant, forecast == null ? null : lastDay(forecast, meant), reviewOn);
    }

    static Forecast on(LocalDate day) {
        return new Forecast(Precision.DAY, day, null);
    }

    boolean isDated() {
        return lastDay != null;
    }

    /// Whether the last day is past.
    boolean isPastOn(LocalDate day) {
        return lastDay != null && lastDay.isBefore(day);
    }

    /// As it is written: a day, a month or a quarter; null when there is no date.
    @Nullable String written() {
        if (lastDay == null) {
            return null;
        }
        return switch (precision) {
            case MONTH -> YearMonth.from(lastDay).toString();
            case QUARTER -> Quarter.of(lastDay).toString();
            case DAY, ONGOING, UNDATED -> lastDay.toString();
        };
    }

    /// What is to be asked back: that no date is said, or no review of what is ongoing.
    List<String> flags() {
        return switch (precision) {
            case DAY, MONTH, QUARTER -> List.of();
            case ONGOING -> reviewOn == null ? List.of(NO_REVIEW) : List.of();
            case UNDATED -> List.of(NO_DATE);
        };
    }

    private static Precision meant(@Nullable String forecast, @Nullable LocalDate reviewOn) {
        if (forecast == null) {
            return reviewOn == null ? Precision.UNDATED : Precision.ONGOING;
        }
        if (forecast.matches(MONTH)) {
            return Precision.MONTH;
        }
        return Quarter.isWritten(forecast) ? Precision.QUARTER : Precision.DAY;
    }

    /// A month is no day, and a quarter neither.
    private static boolean isCoarser(Precision written, Precision wanted) {
        return wanted.isDated() && written.compareTo(wanted) > 0;
    }

    private static LocalDate lastDay(String forecast, Precision precision) {
        try {
            var last =
                    switch (meant(forecast, null)) {
                        case MONTH -> YearMonth.parse(forecast).atEndOfMonth();
                        case QUARTER -> Quarter.parse(forecast).last();
                        case DAY, ONGOING, UNDATED -> LocalDate.parse(forecast);
                    };
            return switch (precision) {
                case MONTH -> YearMonth.from(last).atEndOfMonth();
                case QUARTER -> Quarter.of(last).last();
                case DAY, ONGOING, UNDATED -> last;
            };
        } catch (DateTimeException | IllegalArgumentException unreadable) {
            throw new PlanRefusal.ForecastNotADate(forecast);
        }
    }
}
