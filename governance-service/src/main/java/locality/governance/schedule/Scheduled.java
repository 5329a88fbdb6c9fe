package locality.governance.schedule;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// When a milestone may be reached.
///
/// @param early the first day: its own forecast, or later when what it waits for comes later
/// @param late the last day on which nothing is delayed that must not be
/// @param floatDays from the first day to the last; less than 0 when a deadline cannot be kept
/// @param critical whether its float is the least of all
/// @param slippageDays from the day of the baseline to the first day, less than 0 when it is
///   earlier; null without a baseline
@Schema(name = "ScheduledMilestone")
public record Scheduled(
        String id,
        LocalDate early,
        LocalDate late,
        long floatDays,
        boolean critical,
        @Nullable Long slippageDays) {}
