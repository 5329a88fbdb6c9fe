package locality.governance.schedule;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A milestone as far as its dates are concerned.
///
/// @param forecast when whoever is to reach it expects to; of a month, its last day
/// @param predecessors what it waits for
/// @param deadline the day by which it is demanded, null when nobody demands it
/// @param baseline the day that a named baseline has for it, null without one
public record ToSchedule(
        String id,
        LocalDate forecast,
        List<Predecessor> predecessors,
        @Nullable LocalDate deadline,
        @Nullable LocalDate baseline) {

    private static final int LAST_YEAR = 9999;

    /// What a milestone waits for.
    ///
    /// @param lagDays calendar days from that one's day to the first on which this one may be; less
    ///   than 0 when it may come before it; at most a hundred years either way
    public record Predecessor(String id, int lagDays) {

        static final int LONGEST_LAG = 36_525;

        /// @throws ScheduleRefusal if the lag is longer than a hundred years
        public Predecessor {
            if (Math.abs((long) lagDays) > LONGEST_LAG) {
                throw new ScheduleRefusal.LagTooLong(id, lagDays, LONGEST_LAG);
            }
        }
    }

    /// @throws ScheduleRefusal if a date lies outside the years 1 to 9999, or a predecessor is
    ///   named twice
    public ToSchedule {
        predecessors = List.copyOf(predecessors);
        Stream.of(forecast, deadline, baseline)
                .filter(Objects::nonNull)
                .filter(day -> day.getYear() < 1 || day.getYear() > LAST_YEAR)
                .forEach(
                        day -> {
                            throw new ScheduleRefusal.DateOutOfRange(id, day);
                        });
        var named = new HashSet<String>();
        for (var predecessor : predecessors) {
            if (!named.add(predecessor.id)) {
                throw new ScheduleRefusal.PredecessorNamedTwice(id, predecessor.id);
            }
        }
    }
}
